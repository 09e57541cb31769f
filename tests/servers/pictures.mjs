// SPDX-License-Identifier: MIT
// Pictures over loopback HTTP, good ones and every kind of bad one, and a log of who asked for what with which headers.
import { crc32Of, png, pngClaiming } from './png.mjs';

const MEGABYTE = 1024 * 1024;
/** What a client must never send along with a request for a picture. */
const telltales = ['cookie', 'authorization', 'referer', 'x-api-key', 'origin'];

/** Each kind of bad answer: `/pictures/bad/<kind>/<anything>`. */
export const badAnswers = {
  missing: (request, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>'),
  failing: (request, response) => response.writeHead(500).end('Sorry'),
  html: (request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('<html><body>Sign in to the Wi-Fi</body></html>'),
  truncated: (request, response, good) => response.writeHead(200, { 'content-type': 'image/png' }).end(good.subarray(0, good.length >> 1)),
  broken: (request, response, good) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': good.length });
    response.write(good.subarray(0, good.length >> 1), () => response.destroy());
  },
  empty: (request, response) => response.writeHead(200, { 'content-type': 'image/png', 'content-length': 0 }).end(),
  huge: (request, response, good) => pour(response, good, 100 * MEGABYTE, { 'content-length': 100 * MEGABYTE }),
  endless: (request, response, good) => pour(response, good, Infinity),
  bomb: (request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(pngClaiming(60_000, 60_000)),
  never: () => {},
  'other-host': (request, response) => redirect(response, `http://localhost:${request.socket.localPort}/pictures/redirected/host.png`),
  'other-scheme': (request, response) => redirect(response, `https://127.0.0.1:${request.socket.localPort}/pictures/redirected/scheme.png`),
  file: (request, response) => redirect(response, 'file:///etc/hostname'),
  loop: (request, response) => redirect(response, request.url),
};

/** Addresses that no request must be made for. */
export const badAddresses = ['none', 'image.url', '', 'ftp://127.0.0.1/picture.png', 'http://pictures.invalid/insecure.png',
  'file:///etc/hostname', 'data:image/png;base64,iVBORw0KGgo=', '//pictures.invalid/x.png', 'javascript:alert(1)'];

function redirect(response, to) {
  response.writeHead(302, { location: to }).end();
}

/** Writes `good` and then noise, as fast as it is taken, until `total` bytes or until the client leaves. */
function pour(response, good, total, headers = {}) {
  response.writeHead(200, { 'content-type': 'image/png', ...headers });
  const noise = Buffer.alloc(64 * 1024, 7);
  let left = total - good.length;
  response.write(good);
  const more = () => {
    while (left > 0 && !response.destroyed) {
      const piece = left < noise.length ? noise.subarray(0, left) : noise;
      left -= piece.length;
      if (!response.write(piece)) return;
    }
    response.end();
  };
  response.on('drain', more);
  more();
}

export class Pictures {
  constructor(size = 160) {
    this.size = size;
    this.held = null;
    this.reset();
  }

  reset() {
    this.requests = {};
    this.seen = Object.fromEntries(telltales.map((name) => [name, 0]));
    this.inFlight = 0;
    this.most = 0;
    this.cancelled = 0;
    this.strangers = 0; // bytes that were no HTTP: a TLS hello, say
  }

  /** Whether `request` is for a picture; answers it if so. */
  answer(request, response) {
    if (!request.url.startsWith('/pictures/')) return false;
    this.requests[request.url] = (this.requests[request.url] ?? 0) + 1;
    for (const name of telltales) if (request.headers[name]) ++this.seen[name];
    this.most = Math.max(this.most, ++this.inFlight);
    response.on('close', () => {
      --this.inFlight;
      if (!response.writableFinished) ++this.cancelled;
    });
    if (this.held) this.held.push(() => this.give(request, response));
    else this.give(request, response);
    return true;
  }

  give(request, response) {
    if (response.destroyed) return;
    const good = png(this.size, this.size, crc32Of(Buffer.from(request.url)));
    const kind = /^\/pictures\/bad\/([a-z-]+)\//.exec(request.url)?.[1];
    if (kind) {
      (badAnswers[kind] ?? badAnswers.missing)(request, response, good);
      return;
    }
    // With a cookie, that nobody should bring back.
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': good.length, 'set-cookie': 'who=you; Path=/' });
    response.end(good);
  }

  /** From now on requests wait, until `release`. */
  hold() {
    this.held ??= [];
  }

  release() {
    const held = this.held ?? [];
    this.held = null;
    held.forEach((give) => give());
    return held.length;
  }

  stats() {
    const { requests, seen, most, inFlight, cancelled, strangers } = this;
    return { requests, total: Object.values(requests).reduce((sum, n) => sum + n, 0), seen, most, inFlight, cancelled, strangers };
  }
}

/** Gives every chat and person of `world` an address on `base`: bad ones (`bad`) one kind after the other, and now and then a good one. */
export function givePictures(world, base, bad = false) {
  const kinds = Object.keys(badAnswers);
  let number = 0;
  const address = (thing) => {
    const turn = number++ % (kinds.length + badAddresses.length + 3);
    if (!bad || turn >= kinds.length + badAddresses.length) return `${base}/pictures/${thing._id}.png`;
    return turn < kinds.length ? `${base}/pictures/bad/${kinds[turn]}/${thing._id}.png` : badAddresses[turn - kinds.length];
  };
  for (const chat of world.chats) {
    if (!chat || typeof chat !== 'object') continue;
    // A private chat shows the other person: without a photo of its own, theirs is what there is.
    if (chat.type === 'private') delete chat.photo;
    else chat.photo = { small_file_url: address(chat), big_file_url: `${base}/pictures/big/${chat._id}.png` };
  }
  const people = new Map([...world.users, world.me].map((user) => [user._id, user]));
  const befriended = new Set(world.chats.filter((chat) => chat?.type === 'private').flatMap((chat) => membersOf(chat).map((m) => m?.user?._id)));
  for (const user of people.values()) {
    user.profile_picture = befriended.has(user._id) ? address(user) : `${base}/pictures/${user._id}.png`;
  }
  // Members and `from` may be copies of the people they name.
  for (const chat of world.chats) {
    for (const person of [...membersOf(chat).map((m) => m?.user), chat?.from]) {
      if (person && people.has(person._id)) person.profile_picture = people.get(person._id).profile_picture;
    }
  }
}

const membersOf = (chat) => (Array.isArray(chat?.members) ? chat.members : []);
