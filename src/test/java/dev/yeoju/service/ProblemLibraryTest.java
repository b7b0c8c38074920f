package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemLibraryTest {
    @Test
    void aNameBecomesFitForAUrl() {
        assertThat(ProblemLibrary.slug("Two lunar days")).isEqualTo("two-lunar-days");
        assertThat(ProblemLibrary.slug("../../etc/passwd")).isEqualTo("etc-passwd");
        assertThat(ProblemLibrary.slug("다누리")).isEqualTo("problem");
        assertThat(ProblemLibrary.slug("a".repeat(59) + " b")).isEqualTo("a".repeat(59));
    }
}
