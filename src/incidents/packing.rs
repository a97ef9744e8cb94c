//! Bytes as small as the page's blocks need them: LZMA with its header, tuned for text.

use lzma_rust2::LzmaReader;
#[cfg(not(feature = "files"))]
use lzma_rust2::Read;
#[cfg(feature = "files")]
use std::io::Read;

/// Nothing of ours unpacks to more; a header that says so is a fault or an attack.
const MOST_BYTES: u64 = 64 << 20;

/// Bytes are unpacked in parts of this many: browsers run wasm slowly at first and exchange a
/// function for its quick form when it is called again, never inside its loop.
const PART: usize = 4096;

/// Packs bytes.
///
/// # Errors
/// A sentence where they cannot be packed.
#[cfg(feature = "files")]
pub fn packed(bytes: &[u8]) -> Result<Vec<u8>, String> {
    use lzma_rust2::{LzmaOptions, LzmaWriter};
    use std::io::Write;
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (4, 0, 0);
    options.dict_size = u32::try_from(bytes.len().max(4096)).unwrap_or(u32::MAX);
    let write = || {
        let size = Some(bytes.len() as u64);
        let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, size)?;
        writer.write_all(bytes)?;
        writer.finish()
    };
    write().map_err(|error| format!("the block cannot be packed: {error}"))
}

/// The bytes that [`packed`] was given; nothing where these are no such bytes.
pub fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    // The header: properties, the size of the dictionary, and that of what is packed.
    let size = u64::from_le_bytes(packed.get(5..13)?.try_into().ok()?);
    let mut bytes = vec![0; usize::try_from(size).ok().filter(|_| size <= MOST_BYTES)?];
    let limit = (MOST_BYTES / 1024) as u32;
    let mut reader = LzmaReader::new_mem_limit(packed, limit, None).ok()?;
    for part in bytes.chunks_mut(PART) {
        reader.read_exact(part).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(bytes in proptest::collection::vec(0u8..9, 0..600)) {
            let packed = packed(&bytes).unwrap();
            prop_assert_eq!(unpacked(&packed), Some(bytes));
            prop_assert_eq!(unpacked(packed.get(..packed.len() / 2).unwrap()), None);
        }

        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..99)) {
            let _ = unpacked(&bytes);
        }
    }
}
