//! libFuzzer's door to `fuzz::dataset`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::dataset(data));
