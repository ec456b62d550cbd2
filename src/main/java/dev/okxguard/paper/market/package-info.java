/// The paper exchange's instruments and prices.
///
/// Depends on `model` alone. Prices are a pure function of seed and time unless somebody set them.
package dev.okxguard.paper.market;
