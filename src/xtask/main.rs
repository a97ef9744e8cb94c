//! The developer's commands: `cargo xtask serve`, `test`, `dist`, `check`, `stage`.

mod author;
mod bench;
mod bench_layout;
mod bench_map;
mod blocks;
mod browsers;
mod budget;
mod core;
mod count;
#[path = "../app/data_files.rs"]
mod data_files;
mod debian;
mod dist;
mod e2e;
mod element;
#[cfg(test)]
mod faithful;
#[cfg(test)]
mod golden;
mod hosts;
mod locals;
mod offline;
mod order;
mod own;
mod page;
mod release;
mod reproducible;
mod serve;
mod test;
mod tools;
mod workshop;

use std::process::ExitCode;

const HELP: &str = "cargo xtask COMMAND
  serve        build the page, serve it on this machine and open the browser
  test [PART…] everything, or some of: fmt clippy data unit docs deny dist offline e2e hosts
               by name, `offline` runs every browser test without a network and fails where it cannot,
               and `hosts` the page on every server and wiki, in every frame;
               only by name, `reproducible` builds a copy elsewhere and compares every byte
  dist         write dist/site/, dist/incident-explorer.html and the cards in dist/cards/
  page --data DIR    put the records of DIR into the built page: dist/incident-explorer-own.html
  check        read data/, say everything that is wrong with it, and how much is known
  new-incident ID   write data/incidents/ID.json to start from
  schema       write data/schema/ anew, after a change of the model
  fuzz [CASES]       ask the search what nobody should, 200,000 times where no number is given
  bench open         time the first card beside an empty Yew page, in both browsers
  bench search       measure search beside its peers, on generated records in Chromium
  bench layout       measure the network layout beside d3-force and ngraph.forcelayout
  bench map          measure the map beside d3-geo, and with 5,000 offices and 2,000 ways in
  shots DIR    photograph the built page: each view, theme, language and width
  shots wikis DIR    the same of DokuWiki and MediaWiki, with the recipe pasted into each
  stage        fill the data blocks of a page that Trunk has built";

/// What a command may answer: nothing to add, or a sentence for the person at the terminal.
pub type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "serve" => tools::prepare().and_then(|()| serve::run()),
        "test" => return test::run(&rest),
        "dist" => tools::prepare().and_then(|()| dist::run().map(|sizes| println!("{sizes}"))),
        "page" => own::run(&rest),
        "check" => check(),
        "new-incident" => author::new_incident(&rest),
        "schema" => author::schema(),
        "bench" => tools::prepare().and_then(|()| bench::run(&rest)),
        "fuzz" => test::fuzz(&rest),
        "shots" => e2e::shots(&rest),
        "stage" => dist::stage(),
        _ => Err(HELP.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn check() -> Outcome {
    let dataset = blocks::read()?;
    author::schema_is_fresh()?;
    println!("{}\n\ndata/ keeps every rule", dataset.coverage());
    Ok(())
}
