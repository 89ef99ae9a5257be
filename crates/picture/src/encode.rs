//! Pixels to a file.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use crate::{HEIGHT, Rgb, WIDTH};

/// Of each ink so many shades between paper and itself; text needs no more.
const SHADES: u8 = 12;

const PAPER: Rgb = [0xff, 0xff, 0xff];

/// What a pixel may be drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// The words quoted.
    Black,
    /// What stands beside them.
    Grey,
    /// What it is about.
    Accent,
}

impl Ink {
    const ALL: [Self; 3] = [Self::Black, Self::Grey, Self::Accent];

    fn colour(self, accent: Option<Rgb>) -> Rgb {
        match self {
            Self::Black => [0x1b, 0x1d, 0x20],
            Self::Grey => [0x55, 0x5b, 0x63],
            Self::Accent => accent.unwrap_or([0x0b, 0x54, 0x87]),
        }
    }

    fn first_shade(self) -> u8 {
        match self {
            Self::Black => 1,
            Self::Grey => 1 + SHADES,
            Self::Accent => 1 + 2 * SHADES,
        }
    }
}

/// The picture as it is drawn: a shade of a palette for each pixel.
pub(crate) struct Canvas {
    pixels: Vec<u8>,
}

impl Canvas {
    pub(crate) fn new() -> Self {
        Self { pixels: vec![0; usize::from(WIDTH) * usize::from(HEIGHT)] }
    }

    /// Puts ink on a pixel, as much of it as covers the most; outside the picture there is nothing.
    pub(crate) fn put(&mut self, (x, y): (i32, i32), ink: Ink, coverage: u8) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        let shade = (u16::from(coverage) * u16::from(SHADES) + 127) / 255;
        let Some(shade) = u8::try_from(shade).ok().and_then(|it| it.checked_sub(1)) else { return };
        if x < usize::from(WIDTH)
            && let Some(pixel) = self.pixels.get_mut(y * usize::from(WIDTH) + x)
        {
            *pixel = (*pixel).max(ink.first_shade() + shade);
        }
    }

    /// The file.
    ///
    /// # Errors
    /// Where it cannot be encoded, which it always can.
    pub(crate) fn encode(&self, accent: Option<Rgb>) -> Result<Vec<u8>, png::EncodingError> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, WIDTH.into(), HEIGHT.into());
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette(accent));
        encoder.set_compression(Compression::High);
        encoder.set_filter(Filter::NoFilter);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(file)
    }
}

/// Paper, then each ink's shades from the lightest.
fn palette(accent: Option<Rgb>) -> Vec<u8> {
    let mut palette = PAPER.to_vec();
    for ink in Ink::ALL {
        for shade in 1..=u32::from(SHADES) {
            let mix = |(paper, ink): (u8, u8)| {
                let (paper, ink, all) = (u32::from(paper), u32::from(ink), u32::from(SHADES));
                u8::try_from((paper * (all - shade) + ink * shade) / all).unwrap_or(u8::MAX)
            };
            palette.extend(PAPER.into_iter().zip(ink.colour(accent)).map(mix));
        }
    }
    palette
}
