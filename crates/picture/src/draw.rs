//! Letters to pixels.

use std::fmt;

use cosmic_text::{FontSystem, SwashCache, SwashContent};

use crate::{
    WIDTH, Words,
    encode::{Canvas, Ink},
    layout::{self, INDENT, MARGIN, Placed},
};

/// How wide the rule beside the quotation is, in pixels.
const RULE: i32 = 8;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRoom {
    /// It says more than there is room for.
    TooLong,
    /// It has a character that the fonts lack.
    Lacks(char),
}

impl fmt::Display for NoRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => f.write_str("its words are more than a picture has room for"),
            Self::Lacks(c) => write!(f, "the fonts have no `{c}` (U+{:04X})", u32::from(*c)),
        }
    }
}

impl std::error::Error for NoRoom {}

/// The picture, as a PNG file. The same words make the same bytes on every machine.
///
/// # Errors
/// Where the words are too many, or a character is in none of the fonts. Nothing is ever left out.
pub fn png(words: &Words) -> Result<Vec<u8>, NoRoom> {
    let mut texts = words.lines().into_iter().flat_map(|line| line.text.chars());
    if let Some(c) = texts.find(|c| !crate::covers(*c)) {
        return Err(NoRoom::Lacks(c));
    }
    let mut fonts = layout::fonts();
    let placed = layout::place(&mut fonts, words).ok_or(NoRoom::TooLong)?;
    let mut canvas = Canvas::new();
    let mut cache = SwashCache::new();
    for it in &placed {
        if it.ruled {
            rule(&mut canvas, it);
        }
        write(&mut canvas, &mut fonts, &mut cache, it);
    }
    canvas.encode().map_err(|_| NoRoom::TooLong)
}

/// The rule where a quotation begins.
#[allow(clippy::cast_possible_truncation, reason = "pixels within a picture")]
fn rule(canvas: &mut Canvas, it: &Placed) {
    let whole = |at: f32| at as i32;
    let right = i32::from(WIDTH) - whole(MARGIN) - RULE;
    let left = if it.rtl { right } else { whole(it.left - INDENT) };
    for y in whole(it.top)..whole(it.top + it.height) {
        for x in left..left + RULE {
            canvas.put((x, y), Ink::Accent, u8::MAX);
        }
    }
}

fn write(canvas: &mut Canvas, fonts: &mut FontSystem, cache: &mut SwashCache, it: &Placed) {
    for run in it.buffer.layout_runs() {
        for glyph in run.glyphs {
            let glyph = glyph.physical((it.left, it.top + run.line_y), 1.0);
            let Some(image) = cache.get_image_uncached(fonts, glyph.cache_key) else { continue };
            if image.content != SwashContent::Mask {
                continue;
            }
            let size = image.placement;
            let corner = (glyph.x + size.left, glyph.y - size.top);
            let rows = image.data.chunks_exact(size.width.max(1) as usize);
            for (y, row) in (corner.1..).zip(rows) {
                for (x, coverage) in (corner.0..).zip(row) {
                    canvas.put((x, y), it.ink, *coverage);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
