//! `cargo xtask serve`: `dist/` on this machine alone, with the headers of a careful host.
//!
//! This file holds the sockets. What an address means is decided in `route`, what is sent back in
//! `answer`; neither knows of the network.

mod answer;
mod route;

use std::{net::SocketAddr, sync::Arc, thread};

use anyhow::{Context as _, Result, anyhow, bail};
use clap::Args;
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{
    build,
    mode::Mode,
    serve::answer::{Answer, Site},
    tree::{MANIFEST, Tree},
};

/// Where the demo is found unless something else is asked for or the port is taken.
const PORT: u16 = 8117;
/// Enough that one slow request does not hold up a page's other files.
const THREADS: usize = 4;

#[derive(Args)]
pub(crate) struct Options {
    /// Listen on this port; 0 takes any free one
    #[arg(long)]
    port: Option<u16>,
    /// Also serve the browser tests' host pages, at /cases/<name>/
    #[arg(long)]
    cases: bool,
    /// Serve what the last build left
    #[arg(long)]
    no_build: bool,
}

/// Builds and serves until interrupted.
pub(crate) fn run(tree: &Tree, options: &Options) -> Result<()> {
    if !options.no_build {
        build::run(tree, Mode::Release)?;
    } else if !tree.dist().join(MANIFEST).is_file() {
        bail!("there is no build to serve; leave out `--no-build`, or run `cargo xtask build`");
    }
    let server = listen(options.port)?;
    let address = server.server_addr().to_ip().context("the server has no address")?;
    println!("Provision Explorer is at http://{address}/ (Ctrl+C ends it)");

    let site = Site { dist: tree.dist(), cases: options.cases.then(|| tree.cases()) };
    let shared = Arc::new((server, site));
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || serve(&shared.0, &shared.1))
        })
        .collect();
    for thread in threads {
        thread.join().map_err(|_| anyhow!("the server stopped unexpectedly"))?;
    }
    Ok(())
}

/// A port that was asked for is taken or refused; the usual one gives way to any free one.
fn listen(port: Option<u16>) -> Result<Server> {
    let open = |port| Server::http(SocketAddr::from(([127, 0, 0, 1], port)));
    match port {
        Some(port) => open(port).map_err(|error| {
            anyhow!("cannot listen on port {port}: {error}; `--port 0` takes any free one")
        }),
        None => open(PORT)
            .or_else(|_| open(0))
            .map_err(|error| anyhow!("cannot listen on this machine's loopback: {error}")),
    }
}

fn serve(server: &Server, site: &Site) {
    while let Ok(request) = server.recv() {
        let answer = match request.method() {
            Method::Get | Method::Head => site.answer(request.url()),
            method => Answer::refusal(405, &format!("{method} is not served; use GET")),
        };
        // A reader who has gone away is no reason to stop.
        drop(respond(request, answer));
    }
}

fn respond(request: Request, answer: Answer) -> std::io::Result<()> {
    // Always with its length, as a static host would send it.
    let mut response = Response::from_data(answer.body)
        .with_status_code(answer.status)
        .with_chunked_threshold(usize::MAX);
    for (name, value) in answer.headers {
        match Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            Ok(header) => response.add_header(header),
            Err(()) => eprintln!("`{name}: {value}` is not a header, and was left out"),
        }
    }
    request.respond(response)
}
