//! libFuzzer's door to `fuzz::fragment`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::fragment(data));
