//! JSON as a person reads it.

/// The same JSON with a line for each field, in the order that it had. Lists stay on their line.
pub(crate) fn pretty(json: &str) -> String {
    let mut out = String::new();
    let (mut depth, mut lists) = (0_usize, 0_usize);
    let (mut quoted, mut escaped) = (false, false);
    let mut all = json.chars().peekable();
    while let Some(c) = all.next() {
        if quoted {
            out.push(c);
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
            continue;
        }
        match c {
            '{' if all.peek() == Some(&'}') => out.push(c),
            '{' => {
                depth += 1;
                out.push(c);
                new_line(depth, &mut out);
            }
            '}' if out.ends_with('{') => out.push(c),
            '}' => {
                depth = depth.saturating_sub(1);
                new_line(depth, &mut out);
                out.push(c);
            }
            ',' if lists == 0 => {
                out.push(c);
                new_line(depth, &mut out);
            }
            ',' | ':' => out.extend([c, ' ']),
            _ => {
                quoted = c == '"';
                lists = lists + usize::from(c == '[') - usize::from(c == ']');
                out.push(c);
            }
        }
    }
    out
}

fn new_line(depth: usize, out: &mut String) {
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_a_line_each_and_lists_stay_on_theirs() {
        let json =
            r#"{"highlight":["28(4)","24"],"only":true,"notes":{"24":"a \"b\", {c}: [d]\\"}}"#;
        let expected = "{\n  \"highlight\": [\"28(4)\", \"24\"],\n  \"only\": true,\n  \"notes\": {\n    \
            \"24\": \"a \\\"b\\\", {c}: [d]\\\\\"\n  }\n}";
        assert_eq!(pretty(json), expected);
        assert_eq!(pretty("{}"), "{}");
    }
}
