//! libFuzzer's door to `fuzz::story`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::story(data));
