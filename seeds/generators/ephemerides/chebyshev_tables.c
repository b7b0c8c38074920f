/*
 * Writes the Chebyshev tables of seeds/ephemerides from ELP2000-82B (Moon) and VSOP87 (planets),
 * both as implemented by libnova. Layout, frames and provenance: seeds/ephemerides/README.md.
 *
 * usage: chebyshev_tables OUTPUT_DIRECTORY
 *
 * Every position is in metres on the axes of FK5 J2000 (which the tables take as ICRF; the frame tie
 * is below 0.03 arcsec) at a TDB Julian date.
 */
#include <libnova/libnova.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AU_M 149597870700.0 /* IAU 2012 Resolution B2 */
#define MAX_DEGREE 40
#define CHECKS_PER_BLOCK 12

/* 1999-01-01 and the end of the last whole block that covers 2046-01-01, TDB Julian dates */
#define START_JD 2451179.5
#define END_JD 2468346.5

typedef void (*position_fn)(double jd, double xyz_m[3]);
typedef void (*helio_fn)(double jd, struct ln_helio_posn *position);

/*
 * Heliocentric position of a planet. libnova evaluates VSOP87B (ecliptic and equinox of J2000) and
 * then adds the small FK5 correction of Meeus (32.3), which is meant for coordinates of date. That
 * correction is taken out again here, by fixed-point iteration on libnova's own function, and the
 * rotation that Bretagnon and Francou publish with VSOP87 (vsop87.doc) is used instead.
 */
static void vsop_position(helio_fn body, double jd, double xyz_m[3])
{
    struct ln_helio_posn corrected, dynamical;
    int i;
    body(jd, &corrected);
    dynamical = corrected;
    for (i = 0; i < 4; i++) {
        struct ln_helio_posn forward = dynamical;
        ln_vsop87_to_fk5(&forward, jd);
        dynamical.L += corrected.L - forward.L;
        dynamical.B += corrected.B - forward.B;
    }
    double l = dynamical.L * M_PI / 180.0, b = dynamical.B * M_PI / 180.0, r = dynamical.R * AU_M;
    double x = r * cos(b) * cos(l), y = r * cos(b) * sin(l), z = r * sin(b);
    xyz_m[0] = x + 0.000000440360 * y - 0.000000190919 * z;
    xyz_m[1] = -0.000000479966 * x + 0.917482137087 * y - 0.397776982902 * z;
    xyz_m[2] = 0.397776982902 * y + 0.917482137087 * z;
}

static void earth(double jd, double xyz_m[3]) { vsop_position(ln_get_earth_helio_coords, jd, xyz_m); }
static void mars(double jd, double xyz_m[3]) { vsop_position(ln_get_mars_helio_coords, jd, xyz_m); }
static void venus(double jd, double xyz_m[3]) { vsop_position(ln_get_venus_helio_coords, jd, xyz_m); }
static void jupiter(double jd, double xyz_m[3]) { vsop_position(ln_get_jupiter_helio_coords, jd, xyz_m); }

/* Geocentric Moon: ELP2000-82B without truncation, and the rotation published with it. */
static void moon(double jd, double xyz_m[3])
{
    struct ln_rect_posn p;
    ln_get_lunar_geo_posn(jd, &p, 0.0);
    xyz_m[0] = 1000.0 * (p.X + 4.37913e-7 * p.Y - 1.89859e-7 * p.Z);
    xyz_m[1] = 1000.0 * (-4.77299e-7 * p.X + 0.917482137607 * p.Y - 0.397776981701 * p.Z);
    xyz_m[2] = 1000.0 * (0.397776981701 * p.Y + 0.917482137607 * p.Z);
}

/*
 * The Sun from the solar system barycentre: minus the mass-weighted sum of the eight planets of
 * VSOP87. Mass ratios Sun/planet system: Standish, JPL IOM 312.F-98-048 (1998), the DE405 values.
 */
static void sun(double jd, double xyz_m[3])
{
    static const struct { helio_fn body; double sun_over_body; } planets[] = {
        {ln_get_mercury_helio_coords, 6023600.0},
        {ln_get_venus_helio_coords, 408523.71},
        {ln_get_earth_helio_coords, 328900.561400},
        {ln_get_mars_helio_coords, 3098708.0},
        {ln_get_jupiter_helio_coords, 1047.3486},
        {ln_get_saturn_helio_coords, 3497.898},
        {ln_get_uranus_helio_coords, 22902.98},
        {ln_get_neptune_helio_coords, 19412.24},
    };
    double total = 1.0, sum[3] = {0.0, 0.0, 0.0}, p[3];
    size_t i;
    int k;
    for (i = 0; i < sizeof planets / sizeof planets[0]; i++) {
        double mass = 1.0 / planets[i].sun_over_body;
        vsop_position(planets[i].body, jd, p);
        total += mass;
        for (k = 0; k < 3; k++) sum[k] += mass * p[k];
    }
    for (k = 0; k < 3; k++) xyz_m[k] = -sum[k] / total;
}

/* Coefficients of the polynomial through the Chebyshev-Lobatto nodes: blocks meet at their ends. */
static void fit(position_fn f, double jd0, double days, int degree, double c[3][MAX_DEGREE + 1])
{
    double v[MAX_DEGREE + 1][3];
    int j, k, a;
    for (j = 0; j <= degree; j++) {
        f(jd0 + 0.5 * days * (1.0 + cos(M_PI * j / degree)), v[j]);
    }
    for (a = 0; a < 3; a++) {
        for (k = 0; k <= degree; k++) {
            double s = 0.0;
            for (j = 0; j <= degree; j++) {
                double w = (j == 0 || j == degree) ? 0.5 : 1.0;
                s += w * v[j][a] * cos(M_PI * (double)((j * k) % (2 * degree)) / degree);
            }
            c[a][k] = s * ((k == 0 || k == degree) ? 1.0 : 2.0) / degree;
        }
    }
}

static double evaluate(const double *c, int degree, double s)
{
    double b1 = 0.0, b2 = 0.0;
    int k;
    for (k = degree; k >= 1; k--) {
        double b = c[k] + 2.0 * s * b1 - b2;
        b2 = b1;
        b1 = b;
    }
    return c[0] + s * b1 - b2;
}

static void put_bits(FILE *out, uint64_t bits, int bytes)
{
    int i;
    for (i = bytes - 1; i >= 0; i--) fputc((int)(bits >> (8 * i) & 0xff), out);
}

static void put_double(FILE *out, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    put_bits(out, bits, 8);
}

static void put_varint(FILE *out, int64_t value)
{
    uint64_t zigzag = (uint64_t)value << 1 ^ (uint64_t)(value >> 63);
    while (zigzag >= 0x80) {
        fputc((int)(zigzag & 0x7f) | 0x80, out);
        zigzag >>= 7;
    }
    fputc((int)zigzag, out);
}

static void write_table(const char *directory, const char *name, position_fn f, double days, int degree, double unit_m)
{
    char path[4096];
    int blocks = (int)ceil((END_JD - START_JD) / days), b, a, k, i;
    double worst = 0.0, sum = 0.0;
    long checks = 0;
    FILE *out;
    snprintf(path, sizeof path, "%s/%s.cheb", directory, name);
    out = fopen(path, "wb");
    if (out == NULL) {
        perror(path);
        exit(1);
    }
    fwrite("YEOJUEPH", 1, 8, out);
    put_bits(out, 1, 4);
    put_bits(out, (uint64_t)degree, 4);
    put_bits(out, (uint64_t)blocks, 4);
    put_bits(out, 3, 4);
    put_double(out, START_JD);
    put_double(out, days);
    put_double(out, unit_m);
    for (b = 0; b < blocks; b++) {
        double jd0 = START_JD + b * days, c[3][MAX_DEGREE + 1];
        fit(f, jd0, days, degree, c);
        for (a = 0; a < 3; a++) {
            for (k = 0; k <= degree; k++) {
                int64_t units = llround(c[a][k] / unit_m);
                put_varint(out, units);
                c[a][k] = (double)units * unit_m;
            }
        }
        for (i = 0; i < CHECKS_PER_BLOCK; i++) {
            double s = -1.0 + 2.0 * (i + 0.37) / CHECKS_PER_BLOCK, p[3], d2 = 0.0;
            f(jd0 + 0.5 * days * (1.0 + s), p);
            for (a = 0; a < 3; a++) {
                double d = evaluate(c[a], degree, s) - p[a];
                d2 += d * d;
            }
            sum += d2;
            checks++;
            if (d2 > worst) worst = d2;
        }
    }
    printf("%-8s %5d blocks of %4.1f d, degree %2d, unit %.2f m, residual max %.3f m rms %.3f m, %ld bytes\n", name,
           blocks, days, degree, unit_m, sqrt(worst), sqrt(sum / checks), ftell(out));
    if (fclose(out) != 0) {
        perror(path);
        exit(1);
    }
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s OUTPUT_DIRECTORY\n", argv[0]);
        return 2;
    }
    write_table(argv[1], "moon", moon, 8.0, 18, 0.01);
    write_table(argv[1], "earth", earth, 16.0, 12, 1.0);
    write_table(argv[1], "venus", venus, 32.0, 13, 1.0);
    write_table(argv[1], "mars", mars, 32.0, 11, 1.0);
    write_table(argv[1], "jupiter", jupiter, 64.0, 11, 1.0);
    write_table(argv[1], "sun", sun, 32.0, 10, 1.0);
    return 0;
}
