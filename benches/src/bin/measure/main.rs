//! How fast measurement is, beside other libraries: `measure [--peers PYTHON] [--runs N] [--only TEXT] [--clock wall]`.
//!
//! Data are generated with a seed. Each case is run `N` times (5 unless said) after one run that is not counted; the
//! table says the median, the least and the most of them. With `--peers` the same data go through other libraries in that
//! Python (`benches/measure/requirements.txt` has the packages, `benches/measure/peers.py` runs them), and figures of
//! both answers are compared. The output is a table in Markdown. `--clock processor` counts processor time, of all threads
//! of the others, where a busy machine makes the wall clock useless (Linux).

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

mod cases;
mod data;

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::Value;

/// Median, least and most of some seconds.
struct Spread([f64; 3]);

impl Spread {
    fn of(mut seconds: Vec<f64>) -> Option<Self> {
        seconds.sort_unstable_by(f64::total_cmp);
        let middle = seconds.len() / 2;
        let median = match seconds.as_slice() {
            [] => return None,
            even if even.len().is_multiple_of(2) => 0.5 * (even[middle - 1] + even[middle]),
            odd => odd[middle],
        };
        Some(Self([median, seconds[0], seconds[seconds.len() - 1]]))
    }

    fn written(&self) -> String {
        let [median, least, most] = self.0.map(|seconds| seconds * 1e3);
        format!("{} ({} to {})", digits(median), digits(least), digits(most))
    }
}

/// Milliseconds with three digits that count.
fn digits(value: f64) -> String {
    match value {
        value if value >= 99.95 => format!("{value:.0}"),
        value if value >= 9.995 => format!("{value:.1}"),
        value if value >= 0.9995 => format!("{value:.2}"),
        value => format!("{value:.3}"),
    }
}

/// Seconds on the wall since the program began, or seconds of processor time of this thread.
fn now(processor: bool) -> Result<f64, Box<dyn Error>> {
    static BEGIN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    if !processor {
        return Ok(BEGIN.get_or_init(Instant::now).elapsed().as_secs_f64());
    }
    let text = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = text.split(' ').next().ok_or("no time in schedstat")?;
    Ok(nanoseconds.parse::<f64>()? * 1e-9)
}

fn main() -> Result<(), Box<dyn Error>> {
    let (mut python, mut runs, mut only, mut processor) = (None, 5, String::new(), false);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments
            .next()
            .ok_or("usage: measure [--peers PYTHON] [--runs N] [--only TEXT] [--clock wall|processor]")?;
        match name.as_str() {
            "--peers" => python = Some(value),
            "--runs" => runs = value.parse::<usize>()?.max(1),
            "--only" => only = value,
            "--clock" => processor = value == "processor",
            _ => return Err(format!("unknown option `{name}`").into()),
        }
    }
    let folder = std::env::temp_dir().join(format!("paceline-measure-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let answer = compare(python.as_deref(), (runs, processor), &only, &folder);
    std::fs::remove_dir_all(&folder)?;
    answer
}

fn compare(
    python: Option<&str>,
    (runs, processor): (usize, bool),
    only: &str,
    folder: &Path,
) -> Result<(), Box<dyn Error>> {
    let cases: Vec<_> = cases::all(python.map(|_| folder))?
        .into_iter()
        .filter(|case| case.id.contains(only) || case.what.contains(only))
        .collect();
    println!(
        "| what | ours, ms (least to most) | goal, ms | peer | its ms (least to most) | peer ÷ ours | greatest relative difference of answers |"
    );
    println!("|---|---|---|---|---|---|---|");
    for mut case in cases {
        let begin = Instant::now();
        let found = (case.run)()?;
        // Processor time is counted in ticks of milliseconds: short cases are repeated.
        let times =
            if processor { (0.2 / begin.elapsed().as_secs_f64()).clamp(1.0, 1e4).ceil() } else { 1.0 };
        let mut seconds = Vec::with_capacity(runs);
        for _ in 0..runs {
            let begin = now(processor)?;
            let mut done = 0.0;
            while done < times {
                std::hint::black_box((case.run)()?);
                done += 1.0;
            }
            seconds.push((now(processor)? - begin) / times);
        }
        let Some(ours) = Spread::of(seconds) else { continue };
        let goal = case.goal.map_or(String::new(), digits);
        let theirs = match python {
            Some(python) => peers(python, folder, case.id, (runs, processor))?,
            None => Vec::new(),
        };
        let ending = |peer: &Value| {
            let mut text = String::new();
            let name = peer["peer"].as_str().unwrap_or("?");
            if let Some(reason) = peer["missing"].as_str() {
                write!(text, "{name} | {reason} | | |")?;
                return Ok::<String, std::fmt::Error>(text);
            }
            let numbers = |key: &str| -> Vec<f64> {
                peer[key]
                    .as_array()
                    .map(|list| list.iter().filter_map(Value::as_f64).collect())
                    .unwrap_or_default()
            };
            let Some(spread) = Spread::of(numbers("seconds")) else {
                return Ok(format!("{name} | no answer | | |"));
            };
            let compared = difference(&found, &numbers("figures"), case.figures);
            write!(
                text,
                "{name} | {} | {} | {compared} |",
                spread.written(),
                digits(spread.0[0] / ours.0[0])
            )?;
            Ok(text)
        };
        let mut rows: Vec<String> = theirs.iter().map(ending).collect::<Result<_, _>>()?;
        if rows.is_empty() {
            rows.push("| | | |".into());
        }
        for row in rows {
            println!("| {} | {} | {goal} | {row}", case.what, ours.written());
        }
    }
    Ok(())
}

/// How far two lists of figures differ, and what they are.
fn difference(ours: &[f64], theirs: &[f64], what: &str) -> String {
    if theirs.is_empty() || what.is_empty() {
        return "not comparable".into();
    }
    if ours.len() != theirs.len() {
        return format!("{} and {} figures: {what}", ours.len(), theirs.len());
    }
    let text = match (ours, theirs) {
        ([ours], [theirs]) => format!(" ({ours:.6} and {theirs:.6})"),
        _ => String::new(),
    };
    let most = ours.iter().zip(theirs).map(|(a, b)| (a - b).abs() / a.abs().max(b.abs()).max(1e-300));
    format!("{:.0e}: {what}{text}", most.fold(0.0, f64::max))
}

/// What other libraries say of a case: one line of JSON each.
fn peers(
    python: &str,
    folder: &Path,
    case: &str,
    (runs, processor): (usize, bool),
) -> Result<Vec<Value>, Box<dyn Error>> {
    let clock = if processor { "processor" } else { "wall" };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/measure/peers.py");
    let made =
        Command::new(python).args([script, case]).arg(folder).arg(runs.to_string()).arg(clock).output()?;
    if !made.status.success() {
        eprintln!("{}", String::from_utf8_lossy(&made.stderr));
        return Ok(vec![serde_json::json!({ "peer": "?", "missing": "the script failed" })]);
    }
    let lines = String::from_utf8(made.stdout)?;
    let parsed = lines.lines().filter(|line| line.starts_with('{')).map(serde_json::from_str);
    Ok(parsed.collect::<Result<_, _>>()?)
}
