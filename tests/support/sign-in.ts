import type { Page } from 'playwright-core';
import { navigate } from './navigate.ts';
import type { OpenMall } from './open-mall.ts';

/** The text of the latest mail in the local mailbox whose subject or receiver has these words. */
export async function mailWith(mall: OpenMall, words: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    await mall.runSchedule();
    const list = (await navigate(`${mall.origin}/dev/mail`)).text;
    const entry = [...list.matchAll(/<a href="(\/dev\/mail\/\d+)">([\s\S]*?)<\/li>/g)].find(([, , text]) =>
      words.test(text!.replace(/<[^>]+>/g, ' ')),
    );
    if (entry) return (await navigate(`${mall.origin}${entry[1]}`)).text;
    await new Promise((passed) => setTimeout(passed, 100));
  }
  throw new Error(`no mail with ${words} arrived`);
}

/** Signs in at a desk with the code of the mail. */
export async function signIn(mall: OpenMall, page: Page, email: string): Promise<void> {
  await page.goto(`${mall.origin}/masuk`);
  await page.fill('main input[name=email]', email);
  await page.click('main button');
  const code = /(\w{8}) adalah kode masuk/.exec(
    await mailWith(mall, new RegExp(`adalah kode masuk[\\s\\S]*${email}`)),
  )![1]!;
  await page.fill('main input[name=code]', code);
  await page.click('main button');
  await page.waitForURL(/\/(lapak|kelola|masuk\/sidik-jari.*)$/);
}
