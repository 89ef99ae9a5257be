//! libFuzzer's door to `fuzz::compiled`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::compiled(data));
