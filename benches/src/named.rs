//! Plans by a name on the command line.

use std::error::Error;

use paceline::plan::Plan;

use crate::{PortfolioOptions, chain, mesh, portfolio, program, shuffled};

/// The plan of a name:
///
/// | name | plan |
/// |---|---|
/// | `chain:TASKS` | [`chain`] |
/// | `mesh:TASKS:LINKS` | [`mesh`] |
/// | `program:TASKS:PEOPLE` | [`program`], six markets |
/// | `portfolio:TASKS:PEOPLE[:OVERLOAD[:SEED]]` | [`portfolio`], twelve markets, overload of 30 percent |
/// | `zoned:TASKS:PEOPLE[:OVERLOAD[:SEED]]` | the same with zones |
/// | `shuffled:NAME` | that plan with its lists in another order |
/// | any other | the JSON document in the file of that name |
///
/// # Errors
/// A number that is none; a file that cannot be read or holds no valid plan.
pub fn named(name: &str) -> Result<Plan, Box<dyn Error>> {
    if let Some(name) = name.strip_prefix("shuffled:") {
        return Ok(shuffled(named(name)?));
    }
    let parts: Vec<&str> = name.split(':').collect();
    Ok(match parts.as_slice() {
        ["chain", tasks] => chain(tasks.parse()?),
        ["mesh", tasks, links] => mesh(tasks.parse()?, links.parse()?),
        ["program", tasks, people] => program(tasks.parse()?, people.parse()?, 6, 1),
        ["portfolio" | "zoned", tasks, people, rest @ ..] => {
            let usual = PortfolioOptions::default();
            portfolio(&PortfolioOptions {
                tasks: tasks.parse()?,
                people: people.parse()?,
                overload: rest.first().map_or(Ok(usual.overload), |text| text.parse())?,
                seed: rest.get(1).map_or(Ok(usual.seed), |text| text.parse())?,
                zoned: parts[0] == "zoned",
                ..usual
            })
        }
        _ => Plan::read(&std::fs::read_to_string(name)?)?,
    })
}
