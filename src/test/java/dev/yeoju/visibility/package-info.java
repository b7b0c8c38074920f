/** Tests of {@link dev.yeoju.visibility}. */
@NullMarked
package dev.yeoju.visibility;

import org.jspecify.annotations.NullMarked;
