//! What a person sees while a step runs: its name at once, its time at the end, and on a terminal
//! the seconds in between. Of steps that run side by side, each has two lines.

use std::{
    io::{IsTerminal as _, Write as _},
    panic::resume_unwind,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError, Sender},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use anyhow::Result;

/// Whether steps run side by side, so that none may leave a line open for another to write into.
static ABREAST: AtomicBool = AtomicBool::new(false);

/// Runs two chains of steps side by side, neither of which waits for anything of the other.
pub(crate) fn side_by_side<A: Send, B>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    ABREAST.store(true, Ordering::Relaxed);
    let results = thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| resume_unwind(panic)), other)
    });
    ABREAST.store(false, Ordering::Relaxed);
    results
}

/// Runs a step that says nothing itself, and shows its time.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    noted(what, || work().map(|value| (value, String::new())))
}

/// Runs a step that says nothing itself, and shows its time and its closing note.
pub(crate) fn noted<T>(what: &str, work: impl FnOnce() -> Result<(T, String)>) -> Result<T> {
    let start = Instant::now();
    let clock = Clock::start(what, start);
    let result = work();
    clock.stop();
    let time = duration(start.elapsed());
    let (told, result) = match result {
        Ok((value, note)) if note.is_empty() => (time, Ok(value)),
        Ok((value, note)) => (format!("{time}: {note}"), Ok(value)),
        Err(error) => (format!("failed after {time}"), Err(error)),
    };
    println!("{} {told}", if abreast() { what } else { "" });
    result
}

fn abreast() -> bool {
    ABREAST.load(Ordering::Relaxed)
}

/// A time as a person would say it.
pub(crate) fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..120 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// Leaves the cursor behind `what …`; on a terminal it counts the seconds there until stopped.
struct Clock {
    stop: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Clock {
    fn start(what: &str, start: Instant) -> Self {
        if abreast() {
            println!("{what} …");
            return Self { stop: None };
        }
        show(&format!("{what} …"));
        if !std::io::stdout().is_terminal() {
            return Self { stop: None };
        }
        let (stop, stopped) = mpsc::channel();
        let what = what.to_owned();
        let thread = thread::spawn(move || {
            while stopped.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                show(&format!("\r{what} … {} s", start.elapsed().as_secs()));
            }
            show(&format!("\r\u{1b}[K{what} …"));
        });
        Self { stop: Some((stop, thread)) }
    }

    fn stop(self) {
        if let Some((stop, thread)) = self.stop {
            drop(stop);
            // A clock that failed to draw is no reason to lose the step's result.
            drop(thread.join());
        }
    }
}

fn show(text: &str) {
    print!("{text}");
    // Progress that cannot be shown is no reason to stop.
    drop(std::io::stdout().flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_naturally_at_every_length() {
        assert_eq!(duration(Duration::from_millis(340)), "0.3 s");
        assert_eq!(duration(Duration::from_millis(41_700)), "41 s");
        assert_eq!(duration(Duration::from_secs(139)), "2 min 19 s");
    }
}
