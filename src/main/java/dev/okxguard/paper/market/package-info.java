/// The paper exchange's instruments, prices and public endpoints.
///
/// Depends on `model`, `paper`'s call and result, and Jackson. Prices are a pure function of seed
/// and time unless somebody set them; nothing here is a binary floating-point number.
package dev.okxguard.paper.market;
