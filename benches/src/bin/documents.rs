//! Writes the documents that the benches of the hosts read: `documents FOLDER`; or plans by their names:
//! `documents FOLDER NAME…` with names as [`benches::named`] reads them writes `FOLDER/NAME.json`, `-` for `:`.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: documents FOLDER")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let names: Vec<String> = std::env::args().skip(2).collect();
    if !names.is_empty() {
        for name in names {
            let file = folder.join(format!("{}.json", name.replace(':', "-")));
            std::fs::write(file, benches::named(&name)?.to_json())?;
        }
        return Ok(());
    }
    let plans = [
        ("chain", benches::chain(10_000)),
        ("mesh", benches::mesh(100_000, 200_000)),
        ("program", benches::program(1_000, 50, 6, 1)),
    ];
    for (name, plan) in &plans {
        std::fs::write(folder.join(format!("{name}.json")), plan.to_json())?;
    }
    let objectives = serde_json::to_string(&benches::objectives(200, 10, 52, 1))?;
    std::fs::write(folder.join("objectives.json"), objectives)?;
    Ok(())
}
