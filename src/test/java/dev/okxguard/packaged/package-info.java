/// The assembled image from the outside: its own Java runtime, the launcher, real processes.
///
/// Knows nothing of the product's classes. Runs after the image is built.
package dev.okxguard.packaged;
