/// `okx tour`: the first run.
package dev.okxguard.cli.tour;
