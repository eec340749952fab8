//! Solves files of PSPLIB (`.sm`) and Patterson (`.rcp`) and prints what was found, a line for each as it ends:
//! `instance,lower_bound,makespan,status,seconds,steps`.
//!
//! ```sh
//! cargo run --release -p benches --bin psplib -- --seconds S [--steps N] [--threads N] [--seed K]
//!     [--proof] [--check] [--solutions DIR] [--trace FILE] FILES…
//! ```
//!
//! `--seconds` is wall time for each instance, `--steps` the budget of the search; one of them is needed. Threads
//! are the processors of the machine if not said. Every schedule is checked by `paceline::rcpsp::check`; with
//! `--check` the logs of proofs are kept and replayed, too. `--solutions` writes a JSON document for each
//! instance, `--trace` a CSV `instance,seconds,makespan,bound` of all improvements. An instance is named by its
//! file, with its folder if several files have that name. The program fails if a check does, after the last instance.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use paceline::rcpsp::limits::MAX_THREADS;
use paceline::rcpsp::{RcpspBest, RcpspCheckOptions, RcpspHost, RcpspOptions, check_with, read, solve_with};
use paceline::{Progress, Status};

const USAGE: &str = "usage: psplib (--seconds S | --steps N) [--threads N] [--seed K] [--proof] [--check] \
                     [--solutions DIR] [--trace FILE] FILES…";

fn main() -> ExitCode {
    match Arguments::read(std::env::args().skip(1)).and_then(|arguments| arguments.run()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("psplib: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// What the program is asked.
#[derive(Default)]
struct Arguments {
    options: RcpspOptions,
    seconds: Option<f64>,
    check: bool,
    solutions: Option<PathBuf>,
    trace: Option<PathBuf>,
    files: Vec<PathBuf>,
}

impl Arguments {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut read = Self::default();
        let processors = std::thread::available_parallelism().map_or(1, |count| count.get() as u32);
        read.options.threads = processors.min(MAX_THREADS);
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("`{word}` needs a value; {USAGE}"));
            match word.as_str() {
                "--seconds" => read.seconds = Some(value()?.parse()?),
                "--steps" => read.options.steps = Some(value()?.parse()?),
                "--threads" => read.options.threads = value()?.parse()?,
                "--seed" => read.options.seed = value()?.parse()?,
                "--proof" => read.options.proof = true,
                "--check" => (read.check, read.options.proof) = (true, true),
                "--solutions" => read.solutions = Some(value()?.into()),
                "--trace" => read.trace = Some(value()?.into()),
                _ if word.starts_with("--") => return Err(format!("`{word}` is not known; {USAGE}").into()),
                _ => read.files.push(word.into()),
            }
        }
        if read.files.is_empty() || (read.seconds.is_none() && read.options.steps.is_none()) {
            return Err(USAGE.into());
        }
        if read.seconds.is_some_and(|seconds| !(0.0..1e9).contains(&seconds)) {
            return Err("`--seconds` is a number of 0 or more".into());
        }
        if read.seconds.is_some() && read.options.steps.is_none() {
            read.options.steps = Some(u64::MAX);
        }
        Ok(read)
    }

    /// Solves every file; whether every check held.
    fn run(&self) -> Result<bool, Box<dyn Error>> {
        if let Some(folder) = &self.solutions {
            fs::create_dir_all(folder)?;
        }
        let mut trace = self.trace.as_ref().map(File::create).transpose()?.map(BufWriter::new);
        if let Some(trace) = &mut trace {
            writeln!(trace, "instance,seconds,makespan,bound")?;
        }
        println!("instance,lower_bound,makespan,status,seconds,steps");
        let mut holds = true;
        for (file, name) in self.files.iter().zip(names(&self.files)) {
            holds &= self.solve(file, &name, trace.as_mut()).map_err(|fault| format!("{name}: {fault}"))?;
        }
        Ok(holds)
    }

    fn solve(
        &self,
        file: &Path,
        name: &str,
        trace: Option<&mut BufWriter<File>>,
    ) -> Result<bool, Box<dyn Error>> {
        let problem = read(&fs::read_to_string(file)?)?;
        let mut watch = Watch::new(self.seconds);
        let solution = solve_with(&problem, &self.options, &mut watch)?;
        let seconds = watch.began.elapsed().as_secs_f64();
        let status = if solution.status == Status::Optimal { "optimal" } else { "feasible" };
        println!(
            "{},{},{},{status},{seconds:.3},{}",
            quoted(name),
            solution.bound,
            solution.makespan,
            solution.steps
        );
        if let Some(trace) = trace {
            for (seconds, makespan, bound) in &watch.improvements {
                writeln!(trace, "{},{seconds:.4},{makespan},{bound}", quoted(name))?;
            }
            writeln!(trace, "{},{seconds:.4},{},{}", quoted(name), solution.makespan, solution.bound)?;
            trace.flush()?;
        }
        if let Some(folder) = &self.solutions {
            let stem = Path::new(name).with_extension("").to_string_lossy().replace('/', "-");
            fs::write(folder.join(format!("{stem}.json")), serde_json::to_string(&solution)?)?;
        }
        // Without `--check` nothing is replayed that takes long.
        let options = RcpspCheckOptions { work: Some(if self.check { u64::MAX } else { 10_000_000 }) };
        let verdict = check_with(&problem, &solution, &options)?;
        for finding in &verdict.findings {
            if self.check || finding.severity == paceline::Severity::Error {
                eprintln!("{name}: {finding}");
            }
        }
        Ok(verdict.accepts())
    }
}

/// Names of the files, with their folders where one name would mean several.
fn names(files: &[PathBuf]) -> Vec<String> {
    let own = |file: &PathBuf| file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        *counts.entry(own(file)).or_default() += 1;
    }
    let name = |file: &PathBuf| match file.parent().and_then(Path::file_name) {
        Some(folder) if counts[&own(file)] > 1 => format!("{}/{}", folder.to_string_lossy(), own(file)),
        _ => own(file),
    };
    files.iter().map(name).collect()
}

/// A field of CSV.
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.into()
    }
}

/// Stops the search when its time is over, and notes improvements.
struct Watch {
    began: Instant,
    limit: Option<Duration>,
    improvements: Vec<(f64, i64, i64)>,
}

impl Watch {
    fn new(seconds: Option<f64>) -> Self {
        let limit = seconds.map(Duration::from_secs_f64);
        Self { began: Instant::now(), limit, improvements: Vec::new() }
    }
}

impl RcpspHost for Watch {
    fn poll(&mut self, _: &Progress) -> ControlFlow<()> {
        if self.limit.is_some_and(|limit| self.began.elapsed() >= limit) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    fn best(&mut self, best: &RcpspBest<'_>) {
        self.improvements.push((self.began.elapsed().as_secs_f64(), best.makespan, best.bound));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Arguments, Box<dyn Error>> {
        Arguments::read(words.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn the_command_line_is_understood() -> Result<(), Box<dyn Error>> {
        let asked = read("--seconds 1.5 --seed 7 --threads 1 --check a/x.sm b/x.sm c,d.rcp")?;
        assert_eq!((asked.seconds, asked.options.steps, asked.options.seed), (Some(1.5), Some(u64::MAX), 7));
        assert!(asked.options.proof && asked.check && asked.options.threads == 1);
        assert_eq!(names(&asked.files), ["a/x.sm", "b/x.sm", "c,d.rcp"]);
        assert_eq!(quoted("c,d.rcp"), "\"c,d.rcp\"");
        for wrong in ["", "x.sm", "--seconds", "--seconds -1 x.sm", "--second 1 x.sm", "--seconds 1"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        Ok(())
    }
}
