const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { chromium, selectors } = require('playwright-core');
const sharp = require('sharp');
const { PROJECT, STATE } = require('./n8n/install');

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SIZE = { width: 1280, height: 800 };
const PATIENCE_MS = 30_000;
/** New pictures replace those in the documents only if PICTURES is set. */
const PICTURES = process.env.PICTURES ? join(PROJECT, 'docs') : join(STATE, 'pictures');
// The editor would ask npm's registry about the package.
const NOTHING_OUTSIDE = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1';
// In how many steps the mouse moves while it drags something.
const DRAG_STEPS = 12;
const FILM_WIDTH = 960;

/** A page of a browser, with the errors of its console, except those about addresses outside of this machine. */
async function openBrowser() {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium
		.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', NOTHING_OUTSIDE] })
		.catch((error) => {
			throw new Error(`Chromium is missing (apt-get install chromium): ${error.message}`);
		});
	const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1 });
	page.setDefaultTimeout(PATIENCE_MS);
	const errors = [];
	page.on('console', (message) => {
		const { url } = message.location();
		if (message.type() !== 'error' || !url.startsWith('http://127.0.0.1:')) return;
		errors.push(`${message.text()} ${url}`);
	});
	page.on('pageerror', ({ stack, message }) => errors.push(stack ?? message));
	return { page, errors, close: async () => await browser.close() };
}

/** Logs in as n8n's owner. */
async function logIn(page, { url, owner }) {
	await page.goto(`${url}/signin`, { waitUntil: 'commit' });
	const form = page.getByTestId('auth-form');
	await form.locator('input[type=email]').fill(owner.email);
	await form.locator('input[type=password]').fill(owner.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(/\/(home|workflow)/, { waitUntil: 'commit' });
}

/** The part of the page that shows these elements, at most `most` pixels high. */
async function around(parts, { most = SIZE.height } = {}) {
	const boxes = await Promise.all(parts.map(async (part) => await part.boundingBox()));
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return {
		x,
		y,
		width: Math.min(SIZE.width, right) - x,
		height: Math.min(SIZE.height, bottom, y + most) - y,
	};
}

/** Takes a picture of some elements of the page for the documents. */
async function picture(page, name, parts, size) {
	// So that no menu is still fading in, and the mouse is over nothing.
	await page.mouse.move(SIZE.width - 1, SIZE.height - 1);
	await page.waitForTimeout(500);
	const clip = await around(parts, size);
	await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled', clip });
}

/** An animation of some elements of the page, frame by frame, each with a line around what is pressed next. */
function film(page, parts) {
	const frames = [];
	const delay = [];
	return {
		/**
		 * @param {number} milliseconds
		 * @param {import('playwright-core').Locator} [next] what is pressed next
		 */
		async frame(milliseconds, next) {
			const mark = async (outline) =>
				await next?.evaluate((element, value) => (element.style.outline = value), outline);
			await mark('4px solid #d6006c');
			const clip = await around(parts);
			frames.push(await page.screenshot({ animations: 'disabled', clip }));
			delay.push(milliseconds);
			await mark('');
		},
		/** @returns the milliseconds of each frame, as the file has them */
		async save(name) {
			const small = await Promise.all(
				frames.map(async (frame) => await sharp(frame).resize({ width: FILM_WIDTH }).toBuffer()),
			);
			const path = join(PICTURES, `${name}.gif`);
			await sharp(small, { join: { animated: true } })
				.gif({ delay, colours: 64, dither: 0, interFrameMaxError: 4 })
				.toFile(path);
			const { delay: saved = [] } = await sharp(path, { animated: true }).metadata();
			return saved;
		},
	};
}

/** Drags with the mouse, as a person does: press, move in steps, release. */
async function drag(page, from, to) {
	const middle = async (locator) => {
		await locator.scrollIntoViewIfNeeded();
		const { x, y, width, height } = await locator.boundingBox();
		return [x + width / 2, y + height / 2];
	};
	const end = await middle(to);
	await page.mouse.move(...(await middle(from)));
	await page.mouse.down();
	await page.mouse.move(...end, { steps: DRAG_STEPS });
	await page.mouse.up();
}

/** The texts of the labels that are wider than their place, or have a part that is. */
const cutOff = async (labels) =>
	await labels.evaluateAll((elements) =>
		elements
			.filter((label) =>
				[label, ...label.querySelectorAll('*')].some(
					({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth,
				),
			)
			.map(({ textContent }) => textContent.trim()),
	);

/** The rows of examples/leads.csv by their columns. It does not read quotes. */
function exampleRows() {
	const csv = readFileSync(join(PROJECT, 'examples/leads.csv'), 'utf8');
	const [head, ...rows] = csv
		.trim()
		.split(/\r?\n/)
		.map((line) => line.split(','));
	return rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n]])));
}

const ESCAPE = String.fromCharCode(27);

/** The lines of n8n's log at level error. */
const errorLines = (log) =>
	log
		.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), '')
		.split('\n')
		.filter((line) => /^\S+ +(\| )?error /.test(line));

module.exports = { cutOff, drag, errorLines, exampleRows, film, logIn, openBrowser, picture };
