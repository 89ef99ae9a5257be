//! The shapes of the picture of the law, in pixels: blocks above and below a line, rings, dashes. They
//! are filled as letters are, so they print without backgrounds and stay in forced colours.

use dataset::List as _;
use explorer::view::{Picture, PictureColumn, Sign, WholeLaw};
use yew::Html;

use crate::components::el::{each, maybe, tag};

/// Where blocks stand: the first side's above a line, the second's below it, and those of a third
/// below a line of their own.
pub(crate) struct Shapes {
    /// The size of a block, and how far the next is from it.
    block: [usize; 2],
    pitch: usize,
    /// The lines.
    lines: [usize; 2],
    height: usize,
}

impl Shapes {
    /// Blocks are high while no column has many.
    pub(crate) fn of(picture: &Picture) -> Self {
        Self::with(picture, [20, if picture.most > 4 { 3 } else { 8 }])
    }

    /// Shapes for the columns of a picture, with blocks of some width and height.
    fn with(picture: &Picture, block: [usize; 2]) -> Self {
        let [_, high] = block;
        let pitch = high + high.div_ceil(4);
        let room = |side: usize| {
            let counts = picture.columns().filter_map(|it| it.counts.get(side));
            // A ring needs some, too.
            (picture.blocks(counts.copied().max().unwrap_or_default()) * pitch + 2).max(6)
        };
        let line = room(0);
        let below = line + room(1) + 2;
        let height = if picture.sides.len() > 2 { below + room(2) + 1 } else { below };
        Self { block, pitch, lines: [line, below], height }
    }

    /// A column.
    pub(crate) fn column(&self, picture: &Picture, column: &PictureColumn) -> Html {
        let blocks = column.counts.iter().map(|it| picture.blocks(*it)).list();
        let mut paths = self.blocks(0, &blocks);
        if let Some(path) = paths.first_mut() {
            path.push_str(&self.line(column.sign));
        }
        if let Some(path) = paths.get_mut(2) {
            let [_, at] = self.lines;
            path.extend([format!("M0 {at}h999v1H0z")]);
        }
        let ring = (column.sign == Sign::Mentioned).then(|| ring_at(self.lines[0]));
        svg(None, self.height, &paths, ring)
    }

    /// A path for each side, of so many blocks, that stand so far from the side.
    fn blocks(&self, x: usize, blocks: &[usize]) -> Vec<String> {
        let [wide, high] = self.block;
        let [line, below] = self.lines;
        let path = |(side, count): (usize, &usize)| {
            let block = |nth: usize| {
                let y = match side {
                    0 => line - (nth + 1) * self.pitch,
                    1 => line + 1 + self.pitch - high + nth * self.pitch,
                    _ => below + 1 + self.pitch - high + nth * self.pitch,
                };
                format!("M{x} {y}h{wide}v{high}h-{wide}z")
            };
            (0..*count).map(block).collect()
        };
        blocks.iter().enumerate().map(path).list()
    }

    /// The line of a column, with what stands on it.
    fn line(&self, sign: Sign) -> String {
        let [at, _] = self.lines;
        match sign {
            // It isn't seen through a ring.
            Sign::Mentioned => format!("M0 {at}h1v1H0zM11 {at}h999v1H11z"),
            Sign::InPart => format!("M0 {at}h999v1H0z{}", dash_at(at)),
            Sign::Nothing | Sign::Objected => format!("M0 {at}h999v1H0z"),
        }
    }
}

/// A ring, for the key.
pub(crate) fn ring() -> Html {
    svg(Some(14), 12, &[], Some(ring_at(5)))
}

/// A dash, for the key.
pub(crate) fn dash() -> Html {
    svg(Some(14), 12, &[dash_at(5)], None)
}

/// What is said of the law as a whole: a column for each concern, with the sides that raise it.
pub(crate) fn whole(whole: &WholeLaw) -> Html {
    let shapes = Shapes { block: [10, 8], pitch: 10, lines: [10, 32], height: 42 };
    let mut paths: Vec<String> = Vec::new();
    for (place, sides) in whole.marks.iter().enumerate() {
        let blocks = sides.iter().map(|it| usize::from(*it)).list();
        paths.resize(blocks.len(), String::new());
        for (path, more) in paths.iter_mut().zip(shapes.blocks(12 * place, &blocks)) {
            path.push_str(&more);
        }
    }
    let height = if paths.len() > 2 { 42 } else { 22 };
    svg(Some(12 * whole.marks.len()), height, &paths, None)
}

/// The strip in small: what is about some groups in one path, all else in another.
pub(crate) fn map(picture: &Picture) -> Html {
    let shapes = Shapes::with(picture, [7, 3]);
    let [at, _] = shapes.lines;
    let mut x = 0;
    let (mut rest, mut about) = (String::new(), String::new());
    for stretch in &picture.stretches {
        let start = x;
        for column in &stretch.columns {
            let blocks = column.counts.iter().map(|it| picture.blocks(*it)).list();
            let path = if column.about { &mut about } else { &mut rest };
            path.extend(shapes.blocks(x, &blocks));
            x += 8;
        }
        rest.extend([format!("M{start} {at}H{}v1H{start}z", x - 1)]);
        x += 4;
    }
    if let Some(whole) = &picture.whole {
        let sides = |side: usize| whole.marks.iter().any(|it| it.get(side) == Some(&true));
        let blocks = (0..picture.sides.len()).map(|it| usize::from(sides(it))).list();
        let path = if whole.about { &mut about } else { &mut rest };
        path.extend(shapes.blocks(x + 6, &blocks));
        x += 14;
    }
    svg(Some(x), shapes.height, &[rest, about], None)
}

fn ring_at(line: usize) -> String {
    format!("M2 {line}.5a4 4 0 1 0 8 0a4 4 0 1 0-8 0z")
}

fn dash_at(line: usize) -> String {
    format!("M0 {}h9v3H0z", line - 1)
}

/// Shapes in their order; as wide as there is room, where no width is said.
fn svg(width: Option<usize>, height: usize, paths: &[String], ring: Option<String>) -> Html {
    let view_box = width.map(|it| format!("0 0 {it} {height}"));
    let width = width.map(|it| it.to_string());
    let paths = each(paths, |it| tag!("path", "", ["d" = it.clone()], []));
    let ring = ring.map(|it| tag!("path", "ring", ["d" = it], []));
    tag!(
        "svg",
        "",
        [
            "aria-hidden" = "true",
            "width" = width,
            "height" = height.to_string(),
            "viewBox" = view_box,
        ],
        [paths, maybe(ring)],
    )
}
