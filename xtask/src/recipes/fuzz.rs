//! `cargo xtask fuzz TARGET SECONDS`: a parser of foreign input, fed what nobody thought of.

use std::fs;

use anyhow::{Context as _, Result, bail};

use crate::{program, workspace};

/// Lets libFuzzer see which ways through the program an input takes; flags that the toolchain of
/// the project has, so that no other one is needed.
const SEEN: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

pub fn run(arguments: &[String]) -> Result<()> {
    let targets = targets()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (target, seconds) = match words.as_slice() {
        [target] => (*target, "60"),
        [target, seconds] => (*target, *seconds),
        _ => ("", ""),
    };
    if !targets.iter().any(|it| it == target) || seconds.parse::<u32>().is_err() {
        bail!("say which, and for how many seconds: {}", targets.join(", "));
    }
    let root = workspace::root();
    let found = workspace::target()?.join("fuzz");
    let corpus = found.join("corpus").join(target);
    fs::create_dir_all(&corpus)?;
    let (folder, corpus) = (found.to_string_lossy(), corpus.to_string_lossy());
    let seeds = root.join("fuzz/seeds").join(target);
    let seeds = seeds.to_string_lossy();
    let artifacts = format!("-artifact_prefix={folder}/{target}-");
    let time = format!("-max_total_time={seconds}");
    let manifest = root.join("fuzz/Cargo.toml");
    let manifest = manifest.to_string_lossy();
    // With a target that is named, the programs of the build itself are not watched.
    let build = ["run", "--release", "--manifest-path", &manifest, "--target-dir", &folder];
    let what = ["--target", &host()?, "--bin", target, "--"];
    let how = [&*time, "-max_len=8192", "-timeout=5", &artifacts, &corpus, &seeds];
    let words: Vec<&str> = [&build[..], &what[..], &how[..]].concat();
    program::run_with("cargo", &words, &[("RUSTFLAGS", SEEN)])
}

fn targets() -> Result<Vec<String>> {
    let folder = workspace::root().join("fuzz/targets");
    let files = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let names = files.map(|file| {
        let name = file?.file_name().to_string_lossy().into_owned();
        Ok(name.trim_end_matches(".rs").to_owned())
    });
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// The machine the toolchain is for.
fn host() -> Result<String> {
    let told = std::process::Command::new("rustc").arg("-vV").output()?;
    let told = String::from_utf8(told.stdout)?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say what it is for")?.to_owned())
}
