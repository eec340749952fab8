//! `paceline-wasm-generate MODULE FOLDER NAME`: reads the WebAssembly module that the compiler wrote and writes
//! `NAME.js`, `NAME.d.ts` and `NAME_bg.wasm` for browsers, bundlers and Node into the folder.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder, name] = arguments.as_slice() else {
        eprintln!("usage: paceline-wasm-generate MODULE FOLDER NAME");
        return ExitCode::FAILURE;
    };
    match generate(module, folder, name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn generate(module: &str, folder: &str, name: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(true);
    // Names of functions are for debuggers; who loads the module is said in js/, once for every host.
    bindgen.remove_name_section(true).remove_producers_section(true).omit_default_module_path(true);
    // After a trap the module starts afresh; handles of the time before refuse to be used.
    bindgen.reset_state_function(true);
    bindgen.web(true).map_err(|fault| format!("{fault:#}"))?;
    bindgen.generate(folder).map_err(|fault| format!("{module}: {fault:#}"))
}
