//! Every command anyone types in this repository. `cargo xtask` alone lists them.
#![expect(clippy::print_stdout, reason = "what a recipe prints is what it is for")]

mod chromium;
mod http;
mod licences;
mod needs;
mod node;
mod packages;
mod postgres;
mod program;
mod recipes;
mod room;
mod routes;
mod rules;
mod server;
mod web;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

/// A command, as the list shows it.
struct Recipe {
    name: &'static str,
    arguments: &'static str,
    meaning: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const RECIPES: &[Recipe] = &[
    Recipe {
        name: "up",
        arguments: "",
        meaning: "set up, build and run the cloud (8080, TLS 8443) and a self-hosted server (8090, TLS 8453)",
        run: recipes::up::run,
    },
    Recipe {
        name: "build",
        arguments: "[--release]",
        meaning: "the web app, and the server with it inside",
        run: recipes::build::run,
    },
    Recipe {
        name: "test",
        arguments: "[FILTER]",
        meaning: "set up, then everything: checks, tests on both databases, the stories, the browser",
        run: recipes::test::run,
    },
    Recipe {
        name: "check",
        arguments: "",
        meaning: "format, lints, types, layers, licences, sizes, generated files; says how to mend each",
        run: recipes::check::run,
    },
    Recipe {
        name: "fix",
        arguments: "",
        meaning: "mend what format and lints can mend by themselves",
        run: recipes::fix::run,
    },
    Recipe {
        name: "gen",
        arguments: "",
        meaning: "write every generated file",
        run: recipes::generate::run,
    },
    Recipe {
        name: "snap",
        arguments: "",
        meaning: "review the snapshots that changed",
        run: recipes::snap::run,
    },
    Recipe {
        name: "db",
        arguments: "new NAME | reset",
        meaning: "add a migration; or throw the development databases away",
        run: recipes::db::run,
    },
    Recipe {
        name: "story",
        arguments: "NAME [--lang fr] [--engine postgres] | web [NAME]",
        meaning: "a life cycle against real servers, told step by step; or those of the web app, in a browser",
        run: recipes::story::run,
    },
    Recipe {
        name: "fuzz",
        arguments: "TARGET [SECONDS]",
        meaning: "a parser of foreign input, fed what nobody thought of (needs a C++ compiler)",
        run: recipes::fuzz::run,
    },
    Recipe {
        name: "bench",
        arguments: "NAME | web [--busy]",
        meaning: "a measured table, from a release build; or one of the pages, in a browser",
        run: recipes::bench::run,
    },
    Recipe {
        name: "docs",
        arguments: "",
        meaning: "the documentation of the code, opened in a browser",
        run: recipes::docs::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        list();
        return ExitCode::SUCCESS;
    };
    let Some(recipe) = RECIPES.iter().find(|recipe| recipe.name == name) else {
        eprintln!("There is no recipe called {name}. These are there:\n");
        list();
        return ExitCode::from(2);
    };
    match (recipe.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{name}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn list() {
    for recipe in RECIPES {
        let call = format!("{} {}", recipe.name, recipe.arguments);
        println!("cargo xtask {call:<44} {}", recipe.meaning);
    }
}
