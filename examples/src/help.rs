//! The command line, explained.

/// What `--help` prints.
pub(crate) const TEXT: &str = "\
paceline: plans, levels, checks and scores a program from its document

usage: paceline FILE [options]              plan, level and score; print the report, write the page
       paceline check FILE [options]        find every fault of the document, compute nothing
       paceline schedule FILE [options]     dates, float and the critical path, before leveling
       paceline level FILE [options]        the best plan in which nobody is overloaded
       paceline score FILE [options]        the scorecard
       paceline schema [plan|schedule|level|scorecard]
                                            the JSON Schema of a document or report

FILE is a plan in the format `paceline/1`; `-` reads it from standard input.

options
  -o, --out PAGE.html   where the page goes; by default FILE's name with .html, right here
      --no-page         write no page
      --format FORMAT   text or json; by default text
      --start DATE      what if the program started then: 2026-09-02 or 2026-09-02T09:00
      --as-of DATE      score what was known on that day; by default the program's status date
      --objective GOALS what leveling makes small, the most important first, such as
                        finish,tardiness: of tardiness, finish, cost, change, even_load; by default
                        tardiness,finish
      --reassign N      how many tasks leveling may give to the alternatives that the plan names;
                        by default as many as help
      --within-float    move tasks only as far as neither the finish nor a deadline suffers
      --split           delay the rest of tasks that have begun, too: what is done stays
      --steps N         how many schedules leveling may try; the same number gives the same plan
      --seed K          another random order of trying; the same seed gives the same plan
      --seconds S       stop leveling after that time, with the best plan so far
      --schedule FILE   (check) judge this schedule, as `schedule` or `level` print it in JSON
      --strict          warnings ask for attention too: exit 1
      --color WHEN      auto, always or never; by default auto, and NO_COLOR is obeyed
  -h, --help            this text
  -V, --version         the version

Ctrl-C ends the search for a better plan and prints the best one so far; a second one ends it all.
Results go to standard output; faults, progress and remarks go to standard error.

exit codes
    0  all is well
    1  every rule is kept, but a deadline is missed (or there is a warning, with --strict)
    2  the command line was not understood
    3  the document has faults, or the schedule that was checked breaks a rule of its plan
    4  overloads remain, or a rule cannot be kept
    5  a file could not be read or written
  130  stopped by Ctrl-C; the best plan so far was printed
";
