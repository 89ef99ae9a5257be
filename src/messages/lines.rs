//! A catalogue as lines of text: the form in which a language travels. The order of the fields is
//! the order of the lines; both ends come from one build.

use std::str::Lines as Text;

/// What a catalogue consists of.
pub(super) trait Lines {
    /// Takes as many lines as it needs; where they have run out, the rest stays as it is.
    fn take(&mut self, lines: &mut Text<'static>);

    /// Adds its lines.
    #[cfg(any(not(target_arch = "wasm32"), feature = "ssr"))]
    fn put(&self, lines: &mut Vec<&'static str>);
}

impl Lines for &'static str {
    fn take(&mut self, lines: &mut Text<'static>) {
        if let Some(line) = lines.next() {
            *self = line;
        }
    }

    #[cfg(any(not(target_arch = "wasm32"), feature = "ssr"))]
    fn put(&self, lines: &mut Vec<&'static str>) {
        lines.push(self);
    }
}

impl<T: Lines, const N: usize> Lines for [T; N] {
    fn take(&mut self, lines: &mut Text<'static>) {
        for it in self {
            it.take(lines);
        }
    }

    #[cfg(any(not(target_arch = "wasm32"), feature = "ssr"))]
    fn put(&self, lines: &mut Vec<&'static str>) {
        for it in self {
            it.put(lines);
        }
    }
}

/// Declares a struct whose fields follow one another as lines.
macro_rules! lines {
    (
        $(#[$about:meta])*
        pub struct $name:ident {
            $($(#[$what:meta])* pub $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$about])*
        pub struct $name {
            $($(#[$what])* pub $field: $type,)*
        }

        impl $crate::messages::lines::Lines for $name {
            fn take(&mut self, lines: &mut std::str::Lines<'static>) {
                $(self.$field.take(lines);)*
            }

            #[cfg(any(not(target_arch = "wasm32"), feature = "ssr"))]
            fn put(&self, lines: &mut Vec<&'static str>) {
                $(self.$field.put(lines);)*
            }
        }
    };
}

pub(super) use lines;
