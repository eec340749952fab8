//! Every seed of the fuzzer and mutations of it beside quick-xml: the same pieces, and refused where it refuses.

use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::limits::MAX_XML_DEPTH;
use super::{Piece, Xml};
use crate::Rng;

/// Mutations of each seed.
const ROUNDS: u64 = 2_000;

/// What a text is made of, unless it is refused.
struct Pieces(Vec<String>);

impl Pieces {
    /// Texts that follow each other are one.
    fn text(&mut self, part: &str) {
        match self.0.last_mut() {
            Some(last) if last.starts_with("text ") => last.push_str(part),
            _ => self.0.push(format!("text {part}")),
        }
    }
}

fn ours(text: &str) -> Option<Vec<String>> {
    let (mut found, mut xml) = (Pieces(Vec::new()), Xml::new(text));
    loop {
        match xml.piece() {
            Ok(Piece::Start(name)) => found.0.push(format!("<{name}>")),
            Ok(Piece::End) => found.0.push(String::from("</>")),
            Ok(Piece::Text(part)) => found.text(part),
            Ok(Piece::Reference(name)) => found.text(&format!("&{name};")),
            Ok(Piece::Nothing) => {}
            Ok(Piece::Over) if xml.open.is_empty() => return Some(found.0),
            Ok(Piece::Over) | Err(_) => break,
        }
    }
    None
}

/// The names of elements, and their ends: those of pieces, and those that children have.
fn names(text: &str) -> Option<(Vec<String>, Vec<String>)> {
    let named = |piece: &String| piece.starts_with('<');
    let pieces: Vec<String> = ours(text)?.into_iter().filter(named).collect();
    let mut xml = Xml::new(text);
    let child = |_: &String| match xml.child().unwrap() {
        Some(_) => format!("<{}>", xml.open.last().unwrap()),
        None => String::from("</>"),
    };
    let children = pieces.iter().map(child).collect();
    Some((pieces, children))
}

fn theirs(text: &str) -> Option<Vec<String>> {
    let (mut found, mut reader, mut depth) = (Pieces(Vec::new()), Reader::from_str(text), 0);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) if depth < MAX_XML_DEPTH && !start.name().0.is_empty() => {
                found.0.push(format!("<{}>", start.name().0));
                depth += 1;
            }
            Ok(Event::End(_)) => {
                found.0.push(String::from("</>"));
                depth -= 1;
            }
            Ok(Event::Text(part)) => found.text(&part),
            Ok(Event::CData(part)) => found.text(&part),
            Ok(Event::GeneralRef(name)) => found.text(&format!("&{};", &*name)),
            Ok(Event::Eof) if depth == 0 => return Some(found.0),
            Ok(Event::Start(_) | Event::DocType(_) | Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    None
}

fn seeds() -> Vec<String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    let files = ["mspdi", "xer"].iter().flat_map(|folder| std::fs::read_dir(corpus.join(folder)).unwrap());
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    texts.filter(|text| text.starts_with('<')).collect()
}

/// One change: whole pieces behind a `>`, or anything anywhere.
fn mutate(text: &mut String, random: &mut Rng) {
    const BROKEN: &str = "< > / </ /> <a> </a> & ; <!-- --> <![CDATA[ ]]> <? ?> ' \"";
    const WHOLE: &str = "<a/>|<a b='>' c=\"'\"/>|<a >x</a >|&amp;|&#65;|<!-- <a> & -->|<!---->|<![CDATA[<a>]]]>|\
        <?a <b> ?>|<p:a\n/>|x\n";
    let mut below = |end: usize| random.below(end as u32) as usize;
    let edges: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
    let ends: Vec<usize> = text.match_indices('>').map(|(at, _)| at + 1).collect();
    let from = below(edges.len());
    match below(8) {
        0 => text.insert_str(edges[from], BROKEN.split(' ').nth(below(17)).unwrap()),
        1 => text.replace_range(edges[from]..edges[(from + below(9)).min(edges.len() - 1)], ""),
        _ if !ends.is_empty() => {
            text.insert_str(ends[below(ends.len())], WHOLE.split('|').nth(below(11)).unwrap());
        }
        _ => {}
    }
}

#[test]
fn a_text_has_the_pieces_that_quick_xml_finds() {
    let (mut sound, mut refused) = (0, 0);
    for (number, seed) in (0u64..).zip(seeds()) {
        for round in 0..ROUNDS {
            let (mut random, mut text) = (Rng::new(round * 1_000 + number), seed.clone());
            for _ in 0..round % 5 {
                mutate(&mut text, &mut random);
            }
            let found = ours(&text);
            (sound, refused) = if found.is_some() { (sound + 1, refused) } else { (sound, refused + 1) };
            assert_eq!(found, theirs(&text), "{text:?}");
            if let Some((pieces, children)) = names(&text) {
                assert_eq!(pieces, children, "{text:?}");
            }
        }
    }
    assert!(sound > 1_000 && refused > 1_000, "{sound} {refused}");
}

#[test]
fn long_texts_end_where_their_markup_begins() {
    for length in 0..70 {
        let text = format!("<a>{}</a><a>{}&amp;</a>", "x".repeat(length), "y".repeat(length));
        let mut xml = Xml::new(&text);
        for (letter, end) in [("x", ""), ("y", "&")] {
            assert_eq!(xml.child().unwrap(), Some("a"));
            assert_eq!(xml.text().unwrap().0, letter.repeat(length) + end);
        }
    }
}
