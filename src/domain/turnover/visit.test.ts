import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientOf, isBot, visitedPage } from './visit.ts';

test('a page counts for the product, shop, region or edition that it is about, in either language', () => {
  expect(visitedPage('/produk/batik-sekar/kemeja-parang/?w=1')).toEqual({
    product: 'batik-sekar/kemeja-parang',
    seller: 'batik-sekar',
  });
  expect(visitedPage('/en/produk/batik-sekar/kemeja-parang/')).toEqual({
    product: 'batik-sekar/kemeja-parang',
    seller: 'batik-sekar',
  });
  expect(visitedPage('/daerah/33.26/2/')).toEqual({ region: '33.26' });
  expect(visitedPage('/expo/uvo-2/')).toEqual({ edition: 'uvo-2' });
  expect(visitedPage('/ukm/batik-sekar/')).toEqual({ seller: 'batik-sekar' });
  expect(visitedPage('/ukm/')).toEqual({});
  expect(visitedPage('/')).toEqual({});
});

test('private pages and foreign addresses are counted nowhere', () => {
  for (const path of [
    '/pesanan/abc',
    '/lapak',
    '/kelola/jejak',
    '/tanya/t/x',
    '//evil.test',
    'https://a',
    '',
  ])
    expect(visitedPage(path), path).toBeUndefined();
});

test('no path, however odd, breaks it or becomes a value that is no slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const page = visitedPage(`/produk/${text}`);
      if (page?.product) expect(page.product).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
    }),
  );
});

test('crawlers, previews and monitors are left out; phones and in-app browsers are not', () => {
  for (const name of [
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0)',
    'WhatsApp/2.23.20.0',
    'facebookexternalhit/1.1',
    'Mozilla/5.0 (compatible; AhrefsBot/7.0)',
    '',
  ])
    expect(isBot(name), name).toBe(true);
  for (const name of [
    'Mozilla/5.0 (Linux; Android 10; SM-A015F) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) Instagram 300.0.0.0',
    'Mozilla/5.0 (Linux; U; Android 9; CUBOT X18) AppleWebKit/537.36',
    'Opera/9.80 (Android; Opera Mini/36.2/119.132; U; id) Presto/2.12.423',
  ])
    expect(isBot(name), name).toBe(false);
});

test('an IPv6 client is its /64, however it is written; an IPv4 client its address', () => {
  const one = ['2001:db8:0:7::1', '2001:0DB8:0000:0007:ffff:1:2:3', '2001:db8::7:0:0:0:9'];
  expect(new Set(one.map(clientOf))).toEqual(new Set(['2001:db8:0:7']));
  expect(clientOf('2001:db8:0:8::1')).not.toBe(clientOf(one[0]!));
  expect(clientOf('203.0.113.7')).toBe('203.0.113.7');
  expect(clientOf('local')).toBe('local');
});
