//! Laws' files that the page reads by itself, where no worker does. What was given up meanwhile isn't
//! begun, and takes no other's place.

use super::Reader;

/// What the page reads and has read.
#[derive(Default)]
pub(crate) struct Here {
    /// The work that is asked for, of a worker or of the page.
    pub(crate) asked: Option<u32>,
    /// What was read last, by the number of its files.
    read: Option<(u32, Reader)>,
}

impl Here {
    /// Answers a work's question about the files of a number, which are read unless they are known. None
    /// where nobody asks any more.
    pub(crate) fn answer(
        &mut self,
        nth: u32,
        number: u32,
        files: &[(String, Vec<u8>)],
        ask: impl FnOnce(&Reader) -> Result<String, String>,
    ) -> Option<Result<String, String>> {
        if self.asked != Some(nth) {
            return None;
        }
        let known = self.read.take_if(|it| it.0 == number).map(|it| Ok(it.1));
        let reader = match known.unwrap_or_else(|| Reader::open(files)) {
            Ok(reader) => reader,
            // What was read before stays.
            Err(why) => return Some(Err(why)),
        };
        let answer = ask(&reader);
        self.read = Some((number, reader));
        Some(answer)
    }
}
