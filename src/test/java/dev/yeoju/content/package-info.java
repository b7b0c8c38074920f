/** What the catalogue and the bundled problems promise, checked against the files themselves. */
@NullMarked
package dev.yeoju.content;

import org.jspecify.annotations.NullMarked;
