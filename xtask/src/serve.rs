//! `cargo xtask serve`: `dist/` on this machine alone, with the headers of a careful host.
//!
//! This file holds the sockets. What an address means is decided in `route`, what is sent back in
//! `answer`; neither knows of the network.

mod answer;
mod route;

use std::{
    net::{SocketAddr, TcpListener},
    sync::Arc,
};

use anyhow::{Result, anyhow, bail};
use axum::{
    Router,
    body::Body,
    http::{Method, Request, Response, StatusCode},
    serve::ListenerExt as _,
};
use clap::Args;

use crate::{
    build,
    mode::Mode,
    serve::answer::{Answer, Site},
    tree::{MANIFEST, Tree},
};

/// Where the demo is found unless something else is asked for or the port is taken.
const PORT: u16 = 8117;

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
    let listener = listen(options.port)?;
    println!("Provision Explorer is at http://{}/ (Ctrl+C ends it)", listener.local_addr()?);
    let site = Site { dist: tree.dist(), cases: options.cases.then(|| tree.cases()) };
    serve(listener, site)
}

/// A port that was asked for is taken or refused; the usual one gives way to any free one.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let open = |port| TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], port)));
    match port {
        Some(port) => open(port).map_err(|error| {
            anyhow!("cannot listen on port {port}: {error}; `--port 0` takes any free one")
        }),
        None => open(PORT)
            .or_else(|_| open(0))
            .map_err(|error| anyhow!("cannot listen on this machine's loopback: {error}")),
    }
}

/// However many connections a browser opens at once, none waits for another to end.
fn serve(listener: TcpListener, site: Site) -> Result<()> {
    let site = Arc::new(site);
    let answer = move |request: Request<Body>| std::future::ready(respond(&site, &request));
    listener.set_nonblocking(true)?;
    tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(async {
        // What is short is sent at once, instead of in case more follows.
        let listener = tokio::net::TcpListener::from_std(listener)?
            .tap_io(|connection| drop(connection.set_nodelay(true)));
        axum::serve(listener, Router::new().fallback(answer)).await
    })?;
    Ok(())
}

fn respond(site: &Site, request: &Request<Body>) -> Response<Body> {
    let answer = match *request.method() {
        Method::GET | Method::HEAD => {
            let url = request.uri().path_and_query();
            site.answer(url.map_or("/", |it| it.as_str()))
        }
        ref method => Answer::refusal(405, &format!("{method} is not served; use GET")),
    };
    let headers = answer.headers.into_iter();
    let response = Response::builder().status(answer.status);
    let response = headers.fold(response, |response, (name, value)| response.header(name, value));
    response.body(Body::from(answer.body)).unwrap_or_else(|error| {
        let mut refusal = Response::new(Body::from(format!("its `headers.json`: {error}\n")));
        *refusal.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        refusal
    })
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read as _, Write as _},
        net::TcpStream,
        thread,
        time::Duration,
    };

    use super::*;

    /// As a browser does, which keeps them all for what comes next.
    #[test]
    fn of_connections_opened_at_once_none_waits_for_another_to_end() {
        let listener = listen(Some(0)).unwrap();
        let address = listener.local_addr().unwrap();
        let site = Site { dist: std::env::temp_dir(), cases: None };
        thread::spawn(move || serve(listener, site));
        for _ in 0..20 {
            let open = |_| {
                let mut connection = TcpStream::connect(address).unwrap();
                connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
                connection
                    .write_all(b"GET /favicon.ico HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .unwrap();
                connection
            };
            let mut connections: Vec<_> = (0..8).map(open).collect();
            for connection in &mut connections {
                let mut head = [0; 12];
                connection.read_exact(&mut head).expect("an answer, though all stay open");
                assert_eq!(&head, b"HTTP/1.1 204");
            }
        }
    }
}
