//! Writes the documents that the benches of the hosts read: `documents FOLDER`.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: documents FOLDER")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
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
