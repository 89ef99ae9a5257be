//! libFuzzer's door to `fuzz::citations`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::citations(data));
