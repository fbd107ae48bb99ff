import { expect, test } from 'vitest';
import { sellerChat } from './whatsapp.ts';

test.each(['0812-3456-7890', '+62 812 3456 7890', '6281234567890'])('%s opens the same chat', (phone) => {
  expect(sellerChat(phone, 'Halo Kak & salam')).toBe(
    'https://wa.me/6281234567890?text=Halo%20Kak%20%26%20salam',
  );
});

test('what is no number gives no link', () => {
  expect(sellerChat('belum ada', 'Halo')).toBeUndefined();
});
