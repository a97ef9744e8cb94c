//! Serves `dist/site/` on this machine: enough of HTTP for a browser, and nothing more.

use crate::{Outcome, dist, tools};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Builds, serves, and opens the browser.
pub fn run() -> Outcome {
    println!("{}", dist::build()?);
    let folder = tools::root().join("dist/site");
    let ports = [8080, 8081, 8082, 0];
    let listener = ports
        .iter()
        .find_map(|port| TcpListener::bind(("127.0.0.1", *port)).ok());
    let listener = listener.ok_or("no port is free on 127.0.0.1")?;
    let port = listener.local_addr().map_err(|e| e.to_string())?.port();
    let address = format!("http://127.0.0.1:{port}/");
    println!("{address}  (Ctrl+C ends it; dist/incident-explorer.html opens from disk)");
    open(&address);
    for stream in listener.incoming().flatten() {
        let folder = folder.clone();
        std::thread::spawn(move || answer(stream, &folder));
    }
    Ok(())
}

/// Opens the reader's browser; where there is none, the address stands in the terminal.
fn open(address: &str) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start"]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    let _ = quiet.args(arguments).arg(address).spawn();
}

fn answer(mut stream: TcpStream, folder: &Path) {
    let line = request_line(&stream).unwrap_or_default();
    let file = requested(&line).map(|name| folder.join(name));
    let found = file.and_then(|file| Some((kind(&file), std::fs::read(file).ok()?)));
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not here".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
        Cache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(&body));
}

/// The first line of a request. The rest of its head is read too, up to 64 KiB: a connection that
/// is closed with bytes unread is reset, and the browser would lose the answer.
fn request_line(stream: &TcpStream) -> Option<String> {
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    let mut lines = BufReader::new(stream.take(64 * 1024))
        .lines()
        .map_while(Result::ok);
    let first = lines.next()?;
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    Some(first)
}

/// The file a request line asks for: one plain name, or the page itself.
fn requested(line: &str) -> Option<PathBuf> {
    let path = line.strip_prefix("GET /")?.split([' ', '?', '#']).next()?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'.' || b == b'-';
    match path {
        "" => Some("index.html".into()),
        name if name.bytes().all(plain) && !name.starts_with('.') => Some(name.into()),
        _ => None,
    }
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_served() {
        let file = |line| requested(line).map(|p| p.display().to_string());
        assert_eq!(file("GET / HTTP/1.1").as_deref(), Some("index.html"));
        assert_eq!(
            file("GET /core.wasm?x HTTP/1.1").as_deref(),
            Some("core.wasm")
        );
        for line in [
            "GET /../Cargo.toml HTTP/1.1",
            "GET /.git HTTP/1.1",
            "POST / HTTP/1.1",
            "",
        ] {
            assert_eq!(file(line), None, "{line}");
        }
    }
}
