//! libFuzzer's door to `fuzz::opened`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::opened(data));
