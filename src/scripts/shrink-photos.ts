// Makes photos smaller on the phone before they are sent: a camera's 3 to 8 MB become some 300 KB, and what the
// camera wrote beside the picture stays behind. Without it the mall takes photos as they are.

/** Longest side of what is sent, in pixels: enough to read a receipt or see a seam. */
const LONGEST = 1600;
/** What is smaller than this, in bytes, and no larger than that, goes as it is. */
const SMALL = 300 * 1024;

async function shrunk(file: File): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= SMALL) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const paper = canvas.getContext('2d');
  if (!paper) return file;
  // A transparent screenshot would turn black.
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  return blob && blob.size < file.size
    ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
    : file;
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file][data-shrink]')) {
  let busy: Promise<void> | undefined;
  let latest = 0;
  const shrinkAll = async (turn: number) => {
    const list = new DataTransfer();
    // One after another: a phone has memory for one large picture.
    for (const file of input.files ?? []) list.items.add(await shrunk(file).catch(() => file));
    if (turn !== latest) return;
    input.files = list.files;
    busy = undefined;
  };
  input.addEventListener('change', () => {
    latest += 1;
    busy = shrinkAll(latest);
  });
  input.form?.addEventListener('submit', (event) => {
    if (!busy) return;
    event.preventDefault();
    const { submitter } = event;
    busy.then(() => input.form?.requestSubmit(submitter as HTMLElement | null));
  });
}

export {};
