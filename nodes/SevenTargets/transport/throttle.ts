import { pause } from '../../../shared/waiting';

/** So many requests in a row must go well before a run that was slowed down sends twice as many at a time. */
const SMOOTH = 10;

/**
 * How fast a run sends: no more at a time than `width`, and after an answer of 429 no request at all until the time
 * is up, then one at a time, those first that were refused, then by and by faster again.
 */
export class Throttle {
	private allowed: number;
	private underWay = 0;
	private smooth = 0;
	private notBefore = 0;
	private resting = false;
	private readonly again: Array<(go: boolean) => void> = [];
	private readonly fresh: Array<(go: boolean) => void> = [];

	/** @param signal ends the run: who waits for a turn then gets none */
	constructor(
		private readonly width: number,
		private readonly signal?: AbortSignal,
	) {
		this.allowed = width;
		signal?.addEventListener('abort', () => this.letGo(), { once: true });
	}

	/** Waits until a request may be sent; false if the run has ended meanwhile. Each true needs one `release`. */
	async turn(isRepeat: boolean): Promise<boolean> {
		return await new Promise((resolve) => {
			(isRepeat ? this.again : this.fresh).push(resolve);
			this.letGo();
		});
	}

	/** A request has ended; `wait` in milliseconds if the server says that there are too many. */
	release(wait?: number): void {
		this.underWay--;
		if (wait !== undefined) {
			this.allowed = 1;
			this.smooth = 0;
			this.notBefore = Math.max(this.notBefore, Date.now() + wait);
		} else if (this.allowed < this.width && ++this.smooth >= SMOOTH) {
			this.allowed = Math.min(this.width, this.allowed * 2);
			this.smooth = 0;
		}
		this.letGo();
	}

	private letGo(): void {
		if (this.signal?.aborted) {
			for (const resolve of [...this.again.splice(0), ...this.fresh.splice(0)]) resolve(false);
			return;
		}
		const rest = this.notBefore - Date.now();
		if (rest > 0) {
			void this.rest(rest);
			return;
		}
		while (this.underWay < this.allowed) {
			const next = this.again.shift() ?? this.fresh.shift();
			if (next === undefined) return;
			this.underWay++;
			next(true);
		}
	}

	private async rest(ms: number): Promise<void> {
		if (this.resting) return;
		this.resting = true;
		await pause(ms, this.signal);
		this.resting = false;
		this.letGo();
	}
}
