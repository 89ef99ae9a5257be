//! libFuzzer's door to `fuzz::layout`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::layout(data));
