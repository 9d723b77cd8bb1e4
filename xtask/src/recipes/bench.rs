//! `cargo xtask bench NAME`: a measured table, from a release build; `bench web`: one of the pages.

use anyhow::{Result, bail};

use crate::{
    needs::{self, CHROMIUM, GIT},
    program, web, workspace,
};

pub fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        bail!("say which: `bench sync`; or `bench web`, which measures the pages in a browser");
    };
    needs::meet(if name == "web" { &[GIT, CHROMIUM] } else { &[GIT] })?;
    // The server is measured as it is shipped, its pages in it.
    web::build()?;
    program::run("cargo", &["build", "--release", "--package", "wardstead-server"])?;
    if name == "web" {
        return pages(rest);
    }
    let mut words =
        vec!["run", "--release", "--package", "wardstead-e2e", "--bin", "bench", "--", name];
    words.extend(rest.iter().map(String::as_str));
    program::run("cargo", &words)
}

fn pages(arguments: &[String]) -> Result<()> {
    let busy = match arguments {
        [] => false,
        [word] if word == "--busy" => true,
        _ => bail!("`bench web` takes `--busy` alone: to measure although the machine is busy"),
    };
    web::bench(&workspace::target()?.join("release/wardstead"), busy)
}
