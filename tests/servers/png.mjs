// SPDX-License-Identifier: MIT
// PNG files, written by hand: small pictures of any colour, and headers that lie.
import { deflateSync } from 'node:zlib';

const table = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; ++k) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

export function crc32Of(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32Of(body), body.length + 4);
  return whole;
}

function file(width, height, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, red green blue, no interlace
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header),
    chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

/** A picture with a gradient of the colour that `seed` gives. */
export function png(width, height, seed) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0, at = 0; y < height; ++y) {
    raw[at++] = 0; // no filter
    for (let x = 0; x < width; ++x) {
      raw[at++] = (seed & 255) * 0.6 + (x * 100) / width;
      raw[at++] = ((seed >> 8) & 255) * 0.6 + (y * 100) / height;
      raw[at++] = (seed >> 16) & 255;
    }
  }
  return file(width, height, deflateSync(raw, { level: 1 }));
}

/** A file that says it is that large, and holds next to nothing: whoever believes it takes the memory for it. */
export function pngClaiming(width, height) {
  return file(width, height, deflateSync(Buffer.alloc(1024)));
}
