//! How much room is left on a disk.

use std::{path::Path, process::Command};

/// The bytes that are free where `folder` is; none where that cannot be told.
pub fn free(folder: &Path) -> Option<u64> {
    let output = Command::new("df").arg("-Pk").arg(folder).output().ok()?;
    available(&String::from_utf8_lossy(&output.stdout))
}

/// The fourth column of the second line, in kilobytes: what POSIX promises of `df -Pk`.
fn available(table: &str) -> Option<u64> {
    let kilobytes: u64 = table.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    kilobytes.checked_mul(1024)
}

/// A number of bytes as people say it.
pub fn gigabytes(bytes: u64) -> String {
    let tenths = bytes / 100_000_000;
    format!("{}.{} GB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{available, free, gigabytes};

    #[test]
    fn what_is_free_is_read_from_the_table() {
        let table = "Filesystem     1024-blocks     Used Available Capacity Mounted on\n\
                     /dev/vda         263112120 33044380  62400000      35% /\n";
        assert_eq!(available(table), Some(62_400_000 * 1024));
        assert_eq!(available("df: nowhere: No such file or directory\n"), None);
    }

    #[test]
    fn there_is_some_room_where_tests_run() {
        assert!(free(std::path::Path::new(".")).is_some_and(|bytes| bytes > 0));
    }

    #[test]
    fn bytes_are_said_in_gigabytes() {
        assert_eq!(gigabytes(5_960_000_000), "5.9 GB");
    }
}
