//! libFuzzer's door to `fuzz::mentions`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::mentions(data));
