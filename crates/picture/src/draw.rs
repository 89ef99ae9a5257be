//! Letters to pixels.

use cosmic_text::{FontSystem, SwashCache, SwashContent};

use crate::{
    NoRoom, Order, WIDTH,
    encode::{Canvas, Ink},
    layout::{self, Placed},
    room::{INDENT, MARGIN},
};

/// How wide the rule beside the quotation is, in pixels.
const RULE: i32 = 8;

/// The picture, as a PNG file. The same order makes the same bytes on every machine.
///
/// # Errors
/// As [`Words::fit`](crate::Words::fit). Nothing is ever left out.
pub fn png(Order { words, accent }: &Order) -> Result<Vec<u8>, NoRoom> {
    words.fit()?;
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
    canvas.encode(*accent).map_err(|_| NoRoom::TooLong)
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
