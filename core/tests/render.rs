//! The terminal report and the page: well formed, escaped, the same bytes, nothing from outside, legible.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what must hold")]

#[path = "render/markup.rs"]
mod markup;
#[path = "render/sample.rs"]
mod sample;

use markup::{Kind, check, colors, contrast, texts};
use paceline::plan::{Plan, Program, Task};
use paceline::quantity::{Duration, Stamp, Time, When, Work};
use paceline::render::{
    MAX_LOADS, MAX_ROWS, PageOptions, gantt_svg, load_svg, page, scorecard_svg, trace_svg,
};
use paceline::report::{TextOptions, text};
use paceline::schedule::TaskSchedule;
use proptest::prelude::*;
use sample::{Outcome, big, program, shuffled};

fn html(outcome: &Outcome) -> String {
    page(&outcome.brief(), &PageOptions::default())
}

fn everything(outcome: &Outcome) -> Vec<(&'static str, Kind, String)> {
    let brief = outcome.brief();
    let mut all = vec![
        ("page", Kind::Html, html(outcome)),
        ("gantt", Kind::Svg, gantt_svg(&brief)),
        ("load", Kind::Svg, load_svg(&brief, false)),
        ("load before", Kind::Svg, load_svg(&brief, true)),
        ("trace", Kind::Svg, trace_svg(&brief.plan.program.name, brief.level)),
    ];
    if let Some(card) = brief.scorecard {
        all.push(("scorecard", Kind::Svg, scorecard_svg(card)));
    }
    all
}

#[test]
fn every_tag_is_closed_and_every_id_is_used_once() {
    for plan in
        [program("plain"), Plan::new(Program::new("empty", When::parse("2026-08-17").unwrap())), big(40)]
    {
        let outcome = Outcome::of(plan);
        for (name, kind, text) in everything(&outcome) {
            check(&text, kind).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        }
    }
}

#[test]
fn nothing_comes_from_outside() {
    let outcome = Outcome::of(program("plain"));
    for (name, _, text) in everything(&outcome) {
        let text = text.replace(r#"xmlns="http://www.w3.org/2000/svg""#, "");
        for forbidden in
            ["http:", "https:", "//cdn", "@import", "src=", "url(//", "javascript:", "onload", "onclick"]
        {
            assert!(!text.contains(forbidden), "{name} has `{forbidden}`");
        }
        assert!(!text.contains(" style=\""), "{name} has inline style, which its policy forbids");
    }
    let page = html(&outcome);
    assert!(page.contains("default-src 'none'"));
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("<style>").count(), 1);
    assert!(page.contains("<html lang=\"en\">"));
    for landmark in ["<main>", "<header>", "<footer>", "<h1", "<h2"] {
        assert!(page.contains(landmark), "{landmark}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_in_any_order() {
    let (first, again) = (Outcome::of(program("plain")), Outcome::of(shuffled(program("plain"))));
    let options = TextOptions::default();
    assert_eq!(text(&first.brief(), &options), text(&again.brief(), &options));
    for ((name, _, one), (_, _, other)) in everything(&first).into_iter().zip(everything(&again)) {
        assert!(one == other, "{name} depends on the order of the document");
    }
}

#[test]
fn every_task_is_in_the_chart_and_in_the_names() {
    let outcome = Outcome::of(program("plain"));
    let page = html(&outcome);
    let labels = page.matches("role=\"img\" tabindex").count();
    let lanes = 3;
    assert!(labels >= outcome.plan.tasks.len() + lanes, "{labels}");
    for task in &outcome.plan.tasks {
        let name = task.name.as_deref().unwrap_or(&task.id);
        assert!(page.contains(&format!("<span class=\"t\" dir=\"auto\">{name}</span>")), "{name}");
        assert!(page.contains(&format!("aria-label=\"{name} ({})", task.id)), "{name}");
    }
    for id in ["links-all", "links-critical", "ghosts", "shades", "load-before"] {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn what_matters_is_said_in_words() {
    let outcome = Outcome::of(program("plain"));
    let report = text(&outcome.brief(), &TextOptions::default());
    for words in [
        "Spring fair plain",
        "gate is the gate where delays of C1 reach C2",
        "2 resources overloaded",
        "→ nobody overloaded after",
        "proven best",
        "links, calendars and constraints alone make it late",
        "ana is busy with",
        "of a budget of 2,000.00",
        "Critical path",
        "on track",
    ] {
        let flat = report.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(words), "`{words}` in\n{report}");
    }
    let page = html(&outcome);
    for words in [
        "critical: any delay",
        "late, unavoidable",
        "leveling moved it",
        "gate is the gate",
        "on track",
        "Mon 2 Mar 2026",
    ] {
        assert!(page.contains(words), "`{words}`");
    }
}

#[test]
fn the_terminal_report_keeps_its_width_and_its_colors_are_optional() {
    let outcome = Outcome::of(program("a \u{1b}[31mred\u{7} \u{202e}name 漢字 🎉"));
    let wide = |options: &TextOptions| text(&outcome.brief(), options);
    for width in [60, 80, 100, 200] {
        let plain = wide(&TextOptions { color: false, width });
        assert!(!plain.contains('\u{1b}') && !plain.contains('\u{7}') && !plain.contains('\u{202e}'));
        if width >= 100 {
            for line in plain.lines() {
                assert!(line.chars().count() <= width, "{width}: {line}");
            }
        }
        let colored = wide(&TextOptions { color: true, width });
        let mut bare = String::new();
        let mut parts = colored.split("\u{1b}[");
        bare.push_str(parts.next().unwrap());
        for part in parts {
            bare.push_str(part.split_once('m').unwrap().1);
        }
        assert_eq!(bare, plain);
    }
}

#[test]
fn charts_that_cannot_show_all_say_so() {
    let outcome = Outcome::of(big(MAX_ROWS + 500));
    let page = html(&outcome);
    check(&page, Kind::Html).unwrap();
    assert!(page.contains("rows: campaigns, summaries, critical and late tasks"));
    assert!(page.matches("<g class=\"row\" data-r=").count() <= MAX_ROWS);
    assert!(gantt_svg(&outcome.brief()).contains("Showing"));
    assert!(page.contains(&format!("Showing {MAX_LOADS} of")), "resources");
}

#[test]
fn text_has_contrast_in_both_themes() {
    let page = html(&Outcome::of(program("plain")));
    let themes = colors(&page);
    assert_eq!(themes.len(), 3, "light, dark as the system says, dark as the reader says");
    assert_eq!(themes[1], themes[2]);
    for theme in &themes {
        for ground in ["ground", "panel", "raised", "lane"] {
            for ink in ["ink", "ink-soft", "good", "bad", "warn", "focus"] {
                let ratio = contrast(&theme[ink], &theme[ground]);
                assert!(ratio >= 4.5, "{ink} on {ground}: {ratio:.2}");
            }
        }
        // Marks that carry a meaning, against what lies around them (WCAG 1.4.11).
        for mark in [
            "task-edge",
            "critical-edge",
            "milestone",
            "summary",
            "fill-good",
            "fill-warn",
            "fill-bad",
            "over",
        ] {
            let ratio = contrast(&theme[mark], &theme["ground"]);
            assert!(ratio >= 3.0, "{mark}: {ratio:.2}");
        }
    }
}

#[test]
fn a_schedule_of_another_plan_is_drawn_as_far_as_it_goes() {
    let mut outcome = Outcome::of(program("plain"));
    outcome.plan.tasks.retain(|task| task.id != "C1-copy");
    outcome.plan.tasks.push(Task::new("new", Duration::days(1)));
    outcome.level.schedule.tasks.retain(|row| row.id != "gate");
    for (name, kind, text) in everything(&outcome) {
        check(&text, kind).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }
    assert!(!text(&outcome.brief(), &TextOptions::default()).is_empty());
}

fn hostile() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</style><style>*{}",
        "</title>",
        "]]>",
        "<!--",
        "&amp;",
        "&#x3c;",
        "' onfocus='x",
        "שלום",
        "مرحبا",
        "\u{202e}abc",
        "🎉👩‍👩‍👧",
        "漢字漢字",
        "\u{0}\u{1}\u{fffe}\u{b}",
        "\n\r\t",
        "a very long name that does not end ",
        "{{x}}",
        "%s",
        "\\u003c",
    ]);
    prop::collection::vec(parts, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_names_stay_text(name in hostile()) {
        let outcome = Outcome::of(program(&name));
        let calm = Outcome::of(program("plain"));
        for ((what, kind, text), (_, _, other)) in everything(&outcome).into_iter().zip(everything(&calm)) {
            if let Err(fault) = check(&text, kind) {
                prop_assert!(false, "{what}: {fault}");
            }
            // The same elements as with a calm name: nothing of the name became markup.
            let (elements, expected) = (markup::elements(&text, kind), markup::elements(&other, kind));
            prop_assert_eq!(elements, expected, "{}", what);
        }
        let page = html(&outcome);
        prop_assert!(!texts(&page).contains('\u{202e}'), "a direction override");
    }

    #[test]
    fn dates_anywhere_draw_something(starts in prop::collection::vec((-70_000_000_000_i64..250_000_000_000, 0_i64..400_000_000), 14)) {
        let mut outcome = Outcome::of(program("plain"));
        let place = |row: &mut TaskSchedule, (start, length): (i64, i64)| {
            row.start = Stamp::wall(Time(start));
            row.finish = Stamp::wall(Time(start + length));
            row.total_float = Work(length - 100);
        };
        for (row, at) in outcome.level.schedule.tasks.iter_mut().zip(starts.iter().cycle()) {
            place(row, *at);
        }
        for (what, kind, text) in everything(&outcome) {
            if let Err(fault) = check(&text, kind) {
                prop_assert!(false, "{what}: {fault}");
            }
            prop_assert!(!text.contains("NaN") && !text.contains("inf\""), "{what}");
        }
    }
}
