//! Language tags: what publishers write, as datasets have it.

/// Three letters to two, for the languages that laws are published in.
const TAGS: &str = "bul bg ces cs cze cs dan da deu de ger de ell el gre el eng en est et fin fi \
                    fra fr fre fr gle ga hrv hr hun hu ita it lav lv lit lt mlt mt nld nl dut nl \
                    pol pl por pt ron ro rum ro slk sk slo sk slv sl spa es swe sv nor no nob nb \
                    nno nn isl is ice is ara ar cat ca eus eu glg gl cym cy wel cy afr af ukr uk \
                    rus ru tur tr srp sr sqi sq alb sq mkd mk mac mk swa sw amh am zul zu xho xh \
                    hin hi ben bn jpn ja kor ko zho zh chi zh vie vi tha th ind id msa ms heb he";

/// `en` for `eng`, `en-EN`, `EN` or an address that ends in one of these.
pub(crate) fn tag(written: &str) -> Option<String> {
    let last = written.rsplit(['/', '#']).next().unwrap_or_default().to_lowercase();
    let main = last.split(['-', '_']).next().unwrap_or_default();
    let known: Vec<&str> = TAGS.split_whitespace().collect();
    let mut pairs = known.chunks_exact(2);
    let short = pairs.find_map(|pair| match pair {
        [long, short] if *long == main => Some(*short),
        _ => None,
    });
    let tag = short.unwrap_or(main);
    // Only what a language may be called.
    (authoring::is_language(tag) && tag != "und" && tag != "mul").then(|| tag.to_string())
}
