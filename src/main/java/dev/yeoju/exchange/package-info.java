/** Files and the model: problem and schedule JSON, one class a format, and the catalogue of known antennas and spacecraft. */
@NullMarked
package dev.yeoju.exchange;

import org.jspecify.annotations.NullMarked;
