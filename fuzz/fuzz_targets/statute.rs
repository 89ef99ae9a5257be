//! libFuzzer's door to `fuzz::statute`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::statute(data));
