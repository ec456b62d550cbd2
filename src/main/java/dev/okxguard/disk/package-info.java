/// Files nobody else can read: created 600 in a 700 directory from the first byte, replaced
/// atomically, forced to disk.
///
/// Depends on `java.base` alone.
package dev.okxguard.disk;
