import { isNoValue, trimmed } from '../../values';
import { setOf } from './words';

/**
 * What stands before a name, by language. A word with a dot counts with it only: without it, it may be a name. Sources: the prefixes
 * of persons in @faker-js/faker 9.9, the titles of parse-full-name 1.2, and the salutations that HubSpot, Zoho CRM and Outlook offer.
 */
export const BEFORE_NAME: Record<string, string> = {
	English: 'mr mister mrs misses ms miss mx dr prof sir madam rev. hon. capt. family attn',
	German: 'herr herrn frau hr. fr. ing. mag. mag.a mag.ª dr.in univ. dipl. familie fam. z.hd.',
	French: 'm. mm. mme mlle monsieur madame mademoiselle famille',
	Spanish: 'familia sr sra srta sta. dra señor señora señorita doña dña lic. arq.',
	Portuguese:
		'senhor senhora eng. engª eng.ª eng.º adv. exmo exma prof.ª profa. enf. téc. adv.ª arq.ª enf.ª téc.ª',
	Italian:
		'sig. sig.ra sig.na signor signora signorina dott dott.ssa dottor dottoressa avv. geom. arch. rag. prof.ssa',
	Dutch: 'dhr mevr mevrouw meneer mw. drs ir. heer',
	'Swedish, Danish, Norwegian': 'fru fröken frøken frk.',
	Polish: 'pan pani mgr inż. hab.',
	Romanian: 'dl dna',
	'Greek, Ukrainian': 'κύριος κυρία δόκτορ пан пані',
	'Czech, Slovak': 'paní mgr. bc. mudr judr phdr rndr paedr mvdr doc.',
	'Hindi, Indonesian, Thai, Turkish': 'smt श्री श्रीमती bapak ibu คุณ นาย นาง นางสาว sayın',
};

/** What follows a German `Dr.`: the faculty. */
const FACULTIES = 'med. dent. vet. rer. nat. phil. iur. jur. oec. pol. techn. theol. habil. h.c.';

/** The salutations of languages in which a last name follows, never a first name alone: `Herr Novak`. */
const BEFORE_LAST_NAME =
	'mr mrs ms miss mx dr prof sir madam sr sra srta señor señora señorita senhor senhora dott familie family famille familia fam. herr herrn frau hr. m. mme mlle monsieur madame mademoiselle sig. sig.ra sig.na signor signora signorina dhr mevr mevrouw meneer mw. heer pan pani paní fru fröken frøken sayın';

/**
 * What stands behind a name and its comma: generations, degrees, honors. Sources: the suffixes of persons in @faker-js/faker 9.9 and of
 * parse-full-name 1.2.
 */
const GENERATIONS = 'jr sr jnr snr junior senior filho neto fils ii iii iv';
const DEGREES =
	'esq esquire phd mba msc bsc llm llb dds dvm edd psyd mph cpa cfa cfp pmp cissp csc dba clu chfc frcs msw lcsw meng beng bcom mphil dphil';
/** In capitals or with dots only: Do, Ma and Ba are given names. */
const SHORT_DEGREES = 'MD JD MA BA BE RN PE DO DC';

/** What begins a last name. Sources: CLDR, UTS 35, part 8, "surname-prefix"; parse-full-name 1.2. In capitals, it may be a first name. */
const PARTICLES =
	"van von der den de del della degli di da do dos das du la las los le ter ten te zu zur zum vom bin ibn al el af av het in op aan bij 't 's";

/** What no given name holds: the second part of `Ana Lopez, Head of Sales` or `Ana Lopez, Acme Inc.` is none. */
const NO_GIVEN_NAME =
	'of for at and & manager director head chief ceo cfo cto coo vp president founder co-founder owner sales marketing engineer consultant officer analyst specialist inc ltd llc llp gmbh ag corp co plc bv sarl';

const TITLES = setOf([...Object.values(BEFORE_NAME), FACULTIES].join(' '));
const LAST_NAME_FOLLOWS = setOf(BEFORE_LAST_NAME);
const GENERATION = setOf(GENERATIONS);
const POST_NOMINALS = setOf(`${GENERATIONS} ${DEGREES}`);
const IN_CAPITALS = setOf(SHORT_DEGREES);
const SURNAME_PARTICLES = setOf(PARTICLES);
const NOT_GIVEN = setOf(NO_GIVEN_NAME);

const inLowerCase = (word: string): string => word.normalize('NFC').toLowerCase();
const withoutDot = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word);

function isIn(words: Set<string>, word: string): boolean {
	const low = inLowerCase(word);
	return words.has(low) || words.has(withoutDot(low));
}

/** S.K.: initials, or a degree. */
const TWO_INITIALS = /^\p{Lu}\.\p{Lu}\.?$/u;

/** Whether a word stands before a name, also one such as `Dipl.-Ing.` or `Prof.Dr.`, which is made of several. */
const isTitle = (word: string): boolean =>
	isIn(TITLES, word) ||
	(word.length <= 20 &&
		word.includes('.') &&
		!TWO_INITIALS.test(word) &&
		word.split(/(?<=\.)-?/).every((part) => part === '' || isIn(TITLES, part))) ||
	/^dipl[.-]/i.test(word);

/** What an Indonesian has behind the name and a comma: M.Si., S.Kom. */
const isIndonesianDegree = (word: string): boolean =>
	/^[SM]\.(?:[EHTMPK]|Si|Sc|Kom|Pd|Sos|Ag|Hum|Kes|Farm|Psi|Ak|Kep|Par|IP)\.?$/.test(word);

function isPostNominal(word: string): boolean {
	const bare = word.replaceAll('.', '');
	return POST_NOMINALS.has(inLowerCase(bare)) || IN_CAPITALS.has(bare) || isIndonesianDegree(word);
}

/**
 * Whether two letters behind a name are a degree, and no initials: one of the English ones, or an Indonesian one beside another one or
 * behind a title; alone, only the commonest of these, behind two words.
 */
function isDegreeOfLetters(word: string, [name, ...behind]: string[]): boolean {
	if (IN_CAPITALS.has(word.replaceAll('.', ''))) return true;
	return (
		isIndonesianDegree(word) &&
		(behind.flatMap(splitAtBlanks).filter(isIndonesianDegree).length > 1 ||
			/^(?:Dr[as]|Ir)\.\s/.test(name) ||
			(/^S\.[EHT]/.test(word) && /\s/.test(name)))
	);
}

/** How many of the parts between commas are left without what stands behind a name. */
function withoutDegrees(parts: string[]): number {
	const isBehind = (word: string) =>
		TWO_INITIALS.test(word) ? isDegreeOfLetters(word, parts) : isPostNominal(word) || isTitle(word);
	let end = parts.length;
	while (end > 1 && splitAtBlanks(parts[end - 1]).every(isBehind)) end--;
	return end;
}

/** "Sarah Miller, MD", without the degree; "Smith, M.D." as it is. */
export function withoutDegreesBehind(name: string): string {
	const parts = name.split(',');
	return /\S\s+\S/.test(parts[0]) ? parts.slice(0, withoutDegrees(parts)).join(',') : name;
}

const splitAtBlanks = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const joined = (words: string[]): string | undefined => words.join(' ') || undefined;

/** Before two words only: the French `M` without its dot, the Indian `Shri`, which is a given name, too, and the Austrian engineer. */
const isBeforeTwo = ([first, second = '', ...others]: string[]): boolean =>
	others.length > 0 && (/^(?:M|Shri)$/.test(first) || (first === 'DI' && !isCapitals(second)));

/** The words from the first one on that is no title; the two words of the Dutch `de heer` are one. */
function withoutTitles(words: string[]): string[] {
	let count = isBeforeTwo(words) ? 1 : 0;
	while (count < words.length) {
		if (isTitle(words[count])) count++;
		else if (/^de$/i.test(words[count]) && /^heer$/i.test(words[count + 1] ?? '')) count += 2;
		else break;
	}
	return words.slice(count);
}

/** Whether a text is nothing but what begins a last name, such as "van der". */
export function isSurnamePrefix(text: string): boolean {
	const words = splitAtBlanks(text);
	return words.length > 0 && words.every((word) => SURNAME_PARTICLES.has(inLowerCase(word)));
}

/** Whether a text is nothing but salutations and titles: Outlook has them in the column Title. */
export const isSalutation = (text: string): boolean =>
	withoutTitles(splitAtBlanks(text)).length === 0;

/** A title or initials with the name behind them, without a blank: `Mr.Amit`, `K.S.Ravi`, and titles in Thai. */
function apart(word: string): string[] {
	const thai = /^(คุณ|นางสาว|นาย|นาง)(?=[ก-ฮเ-ไ])(.+)$/.exec(word);
	if (thai !== null) return thai.slice(1);
	const [, start, name] = /^((?:\p{L}{1,5}\.)+)(\p{Lu}\p{L}.*)$/u.exec(word) ?? [];
	const parts = start === undefined || isTitle(word) ? [] : start.split(/(?<=\.)/);
	const isApart = parts.every((part) => isTitle(part) || /^\p{L}\.$/u.test(part));
	return parts.length > 0 && isApart ? [...parts, name] : [word];
}

/** The words of a name, without the titles before it. */
const wordsOfName = (text: string): string[] => withoutTitles(splitAtBlanks(text).flatMap(apart));

/** An initial, or what is cut off with a dot, such as `J.`, `J.-P.` and `Md.`: nobody is greeted by it. */
const isInitial = (word: string): boolean =>
	/^(?:[\p{Lu}\p{Ll}]|(?:[\p{L}\p{M}]{1,5}\.-?)+)$/u.test(word);

/** Without the initials around a given name, as in `J. Robert` and `John A.`; nothing is left of initials alone. */
function withoutInitials(words: string[]): string[] {
	const isName = (word: string) => !isInitial(word);
	return words.slice(words.findIndex(isName), words.findLastIndex(isName) + 1);
}

const EAST_ASIAN = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々・ー\s]+$/u;
const KATAKANA = /^[\p{sc=Katakana}・ー\s]+$/u;
/** Family names of two signs: the Chinese and the Korean ones. */
export const TWO_SIGNS_HAN = '欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|皇甫|令狐|慕容|尉迟|公孙|公孫';
export const TWO_SIGNS_HANGUL = '남궁|황보|제갈|선우|사공|독고';
const FAMILY_NAME = new RegExp(
	`^(?:\\p{sc=Han}|\\p{sc=Hangul}|${TWO_SIGNS_HAN}|${TWO_SIGNS_HANGUL})$`,
	'u',
);

/** What is put behind a name in Japanese, from the suffixes of @faker-js/faker's `ja`, and in Chinese; not what ends names, too. */
const EAST_ASIAN_SUFFIX = /(?:様|さん|殿|先生|女士|小姐)$/;
/** The ranks of companies. */
const JAPANESE_RANK = '[本副]?(?:部長|課長|係長|社長|専務)';
const RANKS = `${JAPANESE_RANK}|[副总總]?(?:经理|經理|主任|总监|總監|董事长)|老师|老師|[부본]?(?:부장|차장|과장|대리|사원|주임|팀장|실장|이사|상무|전무|사장|대표(?:이사)?|회장|원장|소장|교수|선생|씨)님?`;
/** Behind the last name alone. */
const BEHIND_LAST_NAME = new RegExp(`^\\p{sc=Han}{2}\\s(?:${JAPANESE_RANK})$`, 'u');
/** No name at all: a rank, or what a firm calls those whom it writes to. */
const CUSTOMER = '(?:고객|회원|담당자|관리자|손|구매자|신청자|참가자)님';
const NOBODY = new RegExp(`^(?:${RANKS}|${CUSTOMER})$`);
const BEHIND_NAME = new RegExp(`\\s(?:${RANKS}|${CUSTOMER})$`);
/** The offices before a rank: 営業部 部長. */
const OFFICE = /(?:[部課课室팀과부]|센터|[획서구담]실)$/;

/** Without the Korean suffix, behind a last name or a whole one: 박하님 may end with it. */
function withoutNim(name: string): string {
	const rest = name.replace(/님$/, '');
	const isSure =
		FAMILY_NAME.test(rest.trim()) || /\s$/.test(rest) || rest.replace(' ', '').length > 2;
	return isSure ? rest.trim() : name;
}

/** In Chinese, Japanese and Korean the last name comes first (CLDR, `nameOrderLocales`), but not in a foreign name in Katakana. */
function eastAsian(name: string): Split {
	if (NOBODY.test(name)) return {};
	const named = name.replace(BEHIND_NAME, '');
	const bare = withoutNim(named).replace(EAST_ASIAN_SUFFIX, '').trim();
	// Mr. Wang
	if (BEHIND_LAST_NAME.test(name) || (bare !== name && FAMILY_NAME.test(bare)))
		return { last: bare };
	if (named !== name && OFFICE.test(bare)) return {};
	const words = splitAtBlanks(bare);
	if (KATAKANA.test(bare)) {
		const [first, ...others] = words.length > 1 ? words : bare.split('・').filter(Boolean);
		return { first, last: joined(others) };
	}
	return words.length === 2 ? { first: words[1], last: words[0] } : { first: joined(words) };
}

/**
 * The last names of nearly all Vietnamese, which come first (CLDR, `nameOrderLocales`). From @faker-js/faker's `vi`, and more of the
 * commonest. They count only in a name with a letter that no other language has, or if the column says so.
 */
const VIETNAMESE = setOf(
	'bùi cao dương hoàng huỳnh hà hồ lâm lê lý mai nguyễn ngô phan phùng phạm trương trần trịnh tô tăng vũ vương võ đinh đoàn đào đặng đỗ doãn lương lưu nghiêm quách tạ thái tống triệu',
);
/** The commonest of them: before another one, if both are given names, too, they come first. */
const COMMONEST = setOf('nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô');
/** Those that are given names, too. */
const VIETNAMESE_GIVEN = setOf('cao dương hoàng huỳnh hà lâm lý mai thái triệu vũ vương đào');
/** Between last and given name, of women and of men. */
const VIETNAMESE_MIDDLE = setOf('thị văn');
const bare = (word: string): string =>
	word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').replace(/ł/g, 'l');
const VIETNAMESE_BARE = new Set([...VIETNAMESE].map(bare));
/** With all of their accents or none, because Trân is a given name. */
const VIETNAMESE_LAST = new Set(
	[...VIETNAMESE].flatMap((name) => (VIETNAMESE_GIVEN.has(name) ? [] : [name, bare(name)])),
);

/** Whether a text is a last name of Vietnamese, with or without its accents. */
export const isVietnameseLastName = (text: string): boolean => VIETNAMESE_BARE.has(bare(text));

function isVietnamese(words: string[]): boolean {
	const [first, second = ''] = words.map(inLowerCase);
	const last = inLowerCase(words[words.length - 1]);
	const isCommoner = words.length > 2 && COMMONEST.has(first) && !COMMONEST.has(last);
	const isGivenName = VIETNAMESE_GIVEN.has(last) && (!VIETNAMESE_GIVEN.has(first) || isCommoner);
	return (
		words.length > 1 &&
		VIETNAMESE.has(first) &&
		(!VIETNAMESE.has(last) || VIETNAMESE_MIDDLE.has(second) || isGivenName) &&
		/[ăơưđ\u1ea0-\u1ef9]/iu.test(words.join(' ').normalize('NFC'))
	);
}

const isCapitals = (word: string): boolean =>
	word === word.toUpperCase() && word !== word.toLowerCase();

/** How many words at the start are the last name, in capitals before others that are not: `NOVAK Pavel`. */
function surnameInCapitals(words: string[]): number {
	const count = words.findIndex((word) => !isCapitals(word));
	// JRR are initials.
	const isWord = (word: string) => /\p{Lu}{3}/u.test(word) && !/^[B-DF-HJ-NP-TV-XZ]+$/.test(word);
	const isSurname = count > 0 && words.slice(0, count).some(isWord);
	return isSurname ? count : 0;
}

function isSurnameOnly([first, ...others]: string[]): boolean {
	return SURNAME_PARTICLES.has(first) && others.some((word) => /^\p{Lu}/u.test(word));
}

/** How the names of Russians and Ukrainians after their fathers end, and how most of their last names do, and few given names. */
export const PATRONYMIC = /\p{Script=Cyrillic}{2}(?:[оеєії]вич|[ьм]ич|[оеєії]вна|[инї]чна)$/iu;
const SLAVIC_LAST_NAME =
	/\p{Script=Cyrillic}(?:[оеё]ва?|[иы]на?|ский|ская|цкий|цкая|ко|чук|юк|ик|ач|[ое]вич|[иы]ч|ых|их|ян|дзе|швили)$/iu;

/** Son and daughter of, behind the father's name, as Uzbeks and Azerbaijanis have it; without accents and apostrophes. */
const SON_OF = setOf(
	'угли уғли оглы оглу улы кизи қизи кызы гызы ogli ugli oglu ogly qizi qızı kizi kyzy gizi',
);
const AZERI_LAST_NAME = /(?:[oe]va?|\p{L}{3}l[iıuü]|zad[əe])$/iu;

/** Last, first and father's name, as their lists have it, or last name at the end. The father's is no part of the other two. */
function withPatronymic([one, two, three, ...others]: string[]): Split | undefined {
	const isSonOf = (word = '') => SON_OF.has(bare(word).replace(/[^\p{L}]/gu, ''));
	if (others.length === 1 && isSonOf(three)) return { first: one, last: others[0] };
	const isLast = (word: string) => SLAVIC_LAST_NAME.test(word) || AZERI_LAST_NAME.test(word);
	if (others.length === 1 && isSonOf(others[0]))
		return !isLast(one) && (isLast(two) || isGivenName(one))
			? { first: one, last: two }
			: { first: two, last: one };
	if (three === undefined || others.length > 0) return undefined;
	if (PATRONYMIC.test(two)) return { first: one, last: three };
	const isList = PATRONYMIC.test(three) && SLAVIC_LAST_NAME.test(one) && /\p{L}{2}/u.test(two);
	return isList ? { first: two, last: one } : undefined;
}

/**
 * The commonest given names, without accents, of the languages whose columns say that the last name comes first, and of foreigners there:
 * those of @faker-js/faker's `de`, `it`, `pl`, `ro`, `hu`, `ru`, `uk`, `az`, `en`, `es`, `fr`, `nl`, `sv` and `el`, and some that it lacks.
 */
const GIVEN = setOf(
	'tom jim bob bill ben sam dan joe kate sue ann liz steve dave chris nick tony matt greg jeff ken ron rob jack harry karen betty margaret ashley kimberly michelle carol katherine diane ruth joyce agnes sandor balazs balint gyongyi tunde aniko sarolta edit anett melinda roland bettina brigitta bela geza dezso charlotte luise jonathan lieselotte liselotte sibylle robin ronny maik mike marvin mandy nico niklas luis fynn ella mila lotte frida mathilda pia lisbeth ambra asia sveva omar ivan desiree alba viola mattia fabrizia zaneta jagoda zygmunt aldona ruxanda sanda anamaria mihnea radu jules hugo louis pierre julien mathieu guillaume benoit didier claire sandrine virginie genevieve ghislaine josiane magali maxime mireille muriel noemie odile oceane pauline regis solange tristan yann αγγελος αθανασιος αθανασια αικατερινη αλεξανδρος αλεξανδρα αναστασιος αναστασια ανδρεας αννα αντωνης αποστολος αριστειδης βασιλης γεωργια γεωργιος γρηγοριος δεσποινα δημητρης δημητρα διονυσιος ελενη ελευθεριος εμμανουηλ ευαγγελος ευαγγελια ευσταθιος ηλιας θεοδωρος ιωαννης ιωαννα κωνσταντινα κωστας λεωνιδας μαρια μιχαηλ νικολαος πετρος παναγιωτα παναγιωτης παρασκευας παρασκευη παυλος σοφια σπυρος στεφανος σταυρουλα σταυρος στυλιανος σωτηριος φωτιος χαραλαμπος χρηστος χριστινα χρυσουλα γιωργος γιαννης νικος δημητριος κατερινα μαριος ελενα ειρηνη βασιλικη αγγελικη κωνσταντινος θοδωρης βαγγελης μαριαννα ευα ζωη ηλιανα δαφνη σωτηρης φανης λευτερης μανωλης στελιος μιχαλης θανασης αρης ρενα βικτωρια νεφελη φωτεινη ολγα ιρις καλλιοπη αναστασης инесса устинья василиса aaron abigel adalgisa adam adel adela adelina adina adrian adriana adriano agata agnese agnieszka aisha akos alberta alberto aldina aldo aleksander aleksandra aleksy alessandra alessandro alessia alessio alex alexander alexandra alexandrina alexandru alexey alfonso alfredo alice alicja alin alina aliz alojzy alvaro amalia amanda ambrogio amedeo amelia amelie amilcare amira amit amy ana anabela anastasia anatol anca ancuta anda anders andrada andras andrea andreas andreea andrei andrej andres andrew andrey andrzej aneta angela angelika angelina angelo anil anisoara anita anja anjali anke anna annalena anne annegret anneke annemarie annette annika anthony antje antoine antonela antonella antonello antoni antonia antonina antonio antti aoife apolonia aranka arianna arkadiusz arleta armin aron artemisa artur arturo assunta astrid attila augustin augusto aurel aurelia aurelian aurelie aurelio aurica aurora axel aygun aynur aysel aytac azzurra barbara barnabas bartlomiej bartosz basia bastian bea beata beatrice beatriz bence bende bendeguz benedek benedetta benett benjamin benno bente berenice bernardo bernd bertalan biagio bianca bianka biborka birgit birgitta birte bjorn blanka blazej bogdan bogdana boglarka bogumil bogumila boguslaw boguslawa boldizsar boleslaw boleslawa bonifacio borbala borcsa boroka botond bozena brajen bram brandon brandusa brenda brian brigida brigitte britta bruna bruno calogera calogero camelia camilla camille camillo carina carla carlo carlos carlotta carmela carmelo carmen carmina carola carolin carolina carolyn carsten casandra catalin catarina caterina catherine catrinel cecilia cecylia cedric celine cesare cezar cezara cezary charles chiara chloe christa christian christiane christina christine christoph christophe christopher ciara ciaran cillian cinzia ciprian cipriana clara claudia claudio claudiu clemens codrut codruta concetta constanta constantin consuelo corina corinne cornel cornelia corneliu corrado cosimo cosmin cosmina costel costin crin crina cristi cristian cristiana cristina csaba csanad csenge csilla csongor cynthia czeslaw czeslawa dacian dafne dagmar dalia dalma damiano dana dani daniel daniela danilo danuta daria dario dariusz david davide dawid debora deborah debra declan deepak delia delphine denisa denise denisz dennis detlef diana diego dieter dino dirk dmitry doina dolores domenica domenico dominik dominika dominique donat donata donatella donna dora dorel dorian doriana dorin dorina doris dorka dorota dorotea dorothea dorothee dorottya dragos dumitra ebba ecaterina edda edeltraud edina edith edmund edoardo eduard edward edyta efrem egidio eija ekaterina elcin elda elena eleonora elfriede elia elias elide elin elisa elisabeta elisabeth elisabetta elisaveta eliseo eliza elizabet elizabeth elke elmar elnur elodie elsa elvin elvira elzbieta emanuel emanuela emanuele emese emil emili emilia emilian emiliano emilie emily emma emoke enea eniko ennio enrico enzo eoin erich erik erika erminia erna ernesto ernst erwin eryk erzsebet ester eszter ethan ettore eugen eugenia eugenio eugeniusz eustachy eva evelina ewa ewelina ezio fabiana fabio fabiola fabrice fabrizio fanni fatima fausto federica federico felicia felicitas felicja feliks felix femke ferdinando ferenc fernando fidan filip filippo filofteia filomena finja finn fiona fiorella flavia flavio flavius flora florenta florentina florian floriana florica florin florina franca francesca francesco franciszek franciszka franco francoise frank franziska frauke frederic fredrik frieda friedrich fritz fruzsina fryderyk fulvio furio gabor gabriel gabriela gabriele gabriella gaetano gaia gareth gary gaspare gaudenzio geanina gellert gennaro genowefa georg george georgel georgeta georgiana gerardo gerd gerda gergely gergo gerhard gerhild gerlinde gerolamo gertrud gesa geta gheorghe giacinto giacomo giada giampiero gian giancarla giancarlo gianfranco gianluca gianluigi gianmarco gianmaria gianni gianpaolo gilberto gilles gina ginevra gino gioacchino giordana giorgia giorgio giovanna giovanni gisbert gisela gitta giulia giuliana giulio giuseppe giuseppina gizella goncalo gonzalo goran gosia gracjan grazia graziella grazyna gregorio gregory greta grigore grzegorz gudrun guenter guglielmo guido guillermo gulnar gunay gunda gunel gunnar gunther gustav gustaw gyorgy gyula gyuri hajnalka hakan halina hamid hanga hanna hannah hanne hannelore hans harald hartmut havard heather hector hedi hedwig heidi heike heikki heiko heinz helen helena helene helga helmut hendrik henning henrietta henrik henrique henryk henryka herbert hermann hieronim hildegard hildegund holger honorata horatiu horia horst hubert hunor iacopo ibolya ida ieremia iga ignacio ignacy ignazio igor ilaria ilda ildi ildiko ileana ilenia ilie ilinca ilka ilona ilse imke imre ines inge ingeborg ingo ingrid inka ioan ioana iolanda iole ion ionela ionut iren irena irene ireneusz irina iris irma irmgard irmtraud iryna isabel isabell isabella isabelle isidoro isolde istvan iulia iulian iuliana iuliu iustin iustina ivana ivett ivo iwona izabela izabella jacek jacopo jacqueline jacques jadwiga jakub james jan jana janet janina janka jannik janos janusz jaroslaw jaroslawa jasmin jason javier jazmin jean jeffrey jennifer jeno jens jeremi jeremy jeroen jerome jerry jerzy jessica jimena joachim joanna joao joaquin jochen johan johanna johannes john jolan jolanta jonas joost jorge joris jose josef josefin joseph jozef jozefa jozsef jozsi juan judit judith juergen juhani jukka jule julia julian juliana juliane julie julita julius jurgen justin justyna jutta kacper kaja kajetan kalman kamil kamila kamilla kamran karin karina karl karolina karoly kasia kasper kata katalin katarzyna katharina katharine kathleen kathrin kati katja katrin kazimierz kende kenneth kerstin kevin khadija khaled kiara kincso kinga kitti kjell klara klari klaudia klaus klementyna kolos konrad konstantin konstanty konul kordian kornel kornelia kristof krisztian krisztina krisztofer krystian krystyna krzysztof ksawery kurt kyle laci ladislau laetitia lajos lamberto lara larisa larissa lars laszlo laura lavinia lea leandro leda leif lelle lena leni lennart leokadia leon leonard leonardo leonia leonie leontina leopold leopoldo leszek leticia letizia levente leyla lia liam liana lidia liesel ligia lili liliana lilien lilla lina linda linett linnea linus lisa livia livio liviu liwia liza lodovico longina lora loredana lorena lorenzo loretta loris lothar luana luca lucia lucian luciana luciano lucie lucjan lucretia lucrezia lucyna ludmila ludovic ludovica ludovico ludwik ludwika luigi luigia luisa luiza lujza lukas lukasz luminita luuk maarten maciej madalina maddalena mads mafalda magda magdalena magdolna magnus maike maja maksymilian malgorzata malte malwina manfred manlio manon manuel manuela manuele mara marcel marcela marceli marcelina marcell marcella marcello marcin marco mareike marek margareta margarete margaux margherita margit margot margret maria marian mariana mariangela marianna marianne mariano maricel maricica marie mariella marijke marilena marina marinela mario marion marisa marisol marita marius mariusz mark markus marlena marlene marlies marloes marta martina martino marton mary marzanna marzena marzia massimiliano massimo mate mateusz mathias mathilde matilda matilde matteo matthew matthias matti mattias matyas maura maurilio maurizio mauro maurycy max maximilian mechthild megan meike melania melanie melina melissa melitta mercede merle meta mette mia michael michaela michal michalina michela michelangelo michele mieczyslaw mieczyslawa mieke miguel mihaela mihai mihail mihaita mihaly mikael miklos mikolaj milena milla milosz minna mioara mira mirabela mircea mirco mirela mirella miriam mirko miroslaw miroslawa mirta miruna moira mona monica monika monique montserrat morena moritz mugurel nadia nadine nadja nae nancy nandi nandor nara narcis narcisa nargiz narmin natalia natasa natascha natasza nathalie nathan nazzareno neha nele nelu nerina niamh nicholas nicodim nicola nicolae nicolas nicole nicoleta nicoletta nicolo nicu niculina nicusor nigar nigel niki nikodem nikola nikolasz nikolett nikoletta nils nimrod nina nino nives noah noemi nora norbert norica norina norma nuno nunzia nuria oana octavia octavian ofelia oisin oksana oktawia ola olaf ole oleg olga olimpia olimpio oliver olivia oliwia oliwier ombretta orazio oreste oriana orietta ornella orsolya ortansa orxan oscar oskar osvaldo otilia ottavia ottavio otto ovidiu oxana oystein pablo padraig paivi palmira pamela panka panna paola paolo paraschiva pascal pasquale patricia patrick patrik patrizia patrycja patryk paul paula paulina paulo pawel pedro pekka pernilla pervin peter peti petra petrica petronela petru petrut petruta philip philippa pier pierangelo pierluigi piero pierpaolo pieter pietro piotr piroska pista pooja priya przemek przemyslaw quentin quirino rachel rachele radek radoslaw rafael rafal raffaele raffaella ragnar rahul rainer rajesh ralf raluca ramin ramona raphael rares rasmus raul razvan rebeca rebecca rebeka regina regine reiner reinhard reinhold reka remi remigio remigiusz remo remus renata renate renato rene reni renzo rhys ricarda riccardo richard rita robert roberta roberto rocco rocio rodica rodolfo rodrigo roisin roksana rolf romain roman romina romolo romulus ronja rosa rosalba rosalia rosangela rosanna rosaria rosario rosella rosemarie rosita rosmarie rossana rossella roswitha roxana roxelana roza rozalia rozi rozina ruben rudolf ruediger ruggero rui ruxandra ryszard sabin sabina sabine sabrina salvatore samanta samantha samir samuel samuele sandra sandro sanjay sanne santina sanyi sanziana saoirse sara sarah sascha saskia saverio sean sebastian sebastiano sebastien sebine serena sergey sergio sergiu settimio severin sevinc seweryn sharon shirley sian siegbert siegfried siegrid sigrid silke silvana silvano silverio silvia silvio silviu simina simona simone simonetta sina sinead siobhan siro siv sjoerd slawomir slawomira smaranda sofia solveig soma sonia sonja sophia sophie sorin sorina staffan stanislaw stefan stefania stefanie stefanita stefano steffi stelian steliana steluta stephane stephanie stephen steven stig sunil sunita susan susanna susanne susi suzana svea sven svenja svetlana sylvie sylwester sylwia szabina szabolcs szandra szczepan szilard szilvia szofi szofia szonja szymon tabea tadeusz tamara tamas tancredi tania tanja tarcisio tarek tatiana tatjana tecla teodor teodora teodoro teofil terenzio teresa thea theo theodor theresa theresia thiago thierry thijs thilo thomas thorsten tiago tiberia tiberio tiberiu tibi tibor tilo tim timea timi timo timothy tina tiziana tiziano tobias tomasz tommaso tonino torben torsten tosca traian trevor trude tudor tudora tudorel tullio tural turkan tuula tyler tymon tymoteusz ubaldo udo ugo ulf ulisse ulrich ulrika ulrike ulviyya umberto ursula urszula ute uwe valentin valentina valeria valerie valerio valeriu vanda vanessa vasco vasile vasilica vencel vendel vera verena veronica veronika veronique vicente victor victoria vidor vijay viktor viktoria villo vilma vilmos vince vincenza vincenzo vinicio violeta viorel viorela viorica virgil virginia vito vittoria vittorio viviana vivien vlad vladimir voichita volker vusal waclaw waldemar walter waltraud wanda werner weronika wiebke wieslaw wieslawa wiktor wilfried wilhelm willem william wilma wincenty winfried wioletta wladyslaw wladyslawa wlodek wlodzimierz wojciech wolfgang wolfram wouter xaver ximena yannick yasmin ylenia youssef yves yvette yvonne zachary zainab zaira zalan zamfira zara zbigniew zdzislaw zdzislawa zejnep zeno zenobia zenon zente zeteny zita zoe zofia zoltan zorka zosia zselyke zsofi zsofia zsoka zsolt zsombor zsuzsa zsuzsanna zsuzsi zuza zuzanna адам аделина аигуль аида аинур аисулу аиша алевтина александр александра алексеи алена алина алиса алишер алия алла альберт альбина альмира аліна аліса амина анастасия анастасія анатолии анатоліи анатолія ангелина ангеліна андреи андріи анжела анна антон антонина антоніна анфиса арина аркадии арсен арсении артем артур асель аслан афанасии бауыржан бахтиер богдан богдана божена борис борислав броніслава вадим валентин валентина валерии валерия валеріи валерія варвара варя василии василина василь вера вероника виктор виктория вита виталии виталина владимир владислав владислава володимир всеволод вячеслав віктор вікторія віола віолетта віра віталіи віталіна гаврило галина ганна геннадии геннадіи георгии георгіи глеб гліб гнат григории григоріи гузель гульмира гульназ гульнара давид дамир дана даниил данила данило данияр даніла дарина дарья дарія демид денис диана дилшод дильноза динара дмитрии дмитро діана ева евгении евгения евдокия егор екатерина елена елизавета елисеи ерлан жанна жасур замира зарина захар зеновіи зинаида злата златослава зорян зоряна зоя зульфия зінаіда иван игорь ильгиз ильдар ильнур ильшат илья ильяс инга инна иннеса иннокентии ирек ирина камила камилла карина каріна катерина катя кира кирилл кирило клавдия клара константин костянтин кристина ксения ксенія кузьма кіра лада лариса лев левко леила леонид леся лиана лидия лиза лилия лиля лина любов любовь любомир любомира людмила лідія лілія мадина маия макар максим марат маргарита марина мария марк марта марія матвеи матвіи маша микита микола мила милана милена мирон мирослав мирослава михаил михаило мілана надежда надія назар назаріи наталия наталья наталія наташа нелли нигора никита николаи нина нодира нурлан нурсултан ніна оксана олег олександр олександра олексіи олена оленка олесь олеся ольга оля орест орися остап павел павло паша петр петро платон полина рада радмила раиль раиса рамиль рафаэль раіса регина ренат рената ринат рита роза роксана роксолана роман ростислав руслан руслана рустам рустем савелии сардор саша светлана святослав світлана севара семен серафима сергеи сергіи снежана сніжана соломия соломія софия софья софія станислав станіслав станіслава степан стефания стефанія таисия тамара таня тарас татьяна таісія тетяна тимирлан тимофеи тимофіи тимур улугбек ульяна уляна устим фаина фарида фарход фатима федор федір филипп христина христя чулпан шахноза шохрух эвелина эдуард элеонора элина эльвира эльдар эльмира эльнара эльнур эмилия эмма юлдуз юлиана юлия юля юліана юлія юрии юріи юстина юхим яна ярина ярослав ярослава євген євгенія іван іванна ігор ілля ілона інна ірина laurentiu stela matei annamaria virag zsanett erno tivadar carmine ciro nunzio fatou witold kazimiera bronislaw ahmed kai achim златко бранко станко здравко славко цветко марко мирко раденко душко ранко живко дарко жарко петко янко газинур газизбек',
);
/** Those of them that are last names, too. */
const GIVEN_OR_LAST = setOf(
	'adam adriano alba aleksander alexander alexandru alfredo andrea andrei antoni antonio augusto aurel axel balazs balint barnabas bence benedek benjamin bernard bogdan bruno charles christian constantin cornel costin damiano daniel david elia elias emanuel erich ernst fabrizio federico ferenc filip florian franco frank friedrich gabor gabriel gabriele gaspar gennaro gergely gheorghe gianni giorgio grigore guido gunther hans hermann hubert ilie imre ion istvan ivan jagoda jakub james janka janusz john jonas joseph kalman kamil klaus konrad kristof kurt laszlo leon leonard leonardo luca luciano lukas manfred marcello marek marian mariano markus martin martino marton mate matyas mauro michal mihai mihaly miklos mircea moritz nicolae nicolas nicolo nino omar otto pascal paul pawel peter petru pietro radu richard robert robin rocco roland roman rosa rosario rudolf salvatore samuel sandor sebastian simon simone stefan tamas thomas tiberiu tudor ulrich valentin vasile vince viola vlad volker walter werner wilhelm zygmunt артур богдан борис василь гаврило гнат данило демид захар кузьма лев левко макар мирон назар орест остап павло петро платон роман степан тарас тимур устим юхим',
);
export const isGivenName = (word: string): boolean =>
	bare(word)
		.split('-')
		.every((part) => GIVEN.has(part));
export const isGivenOrLast = (word: string): boolean => GIVEN_OR_LAST.has(bare(word));

/**
 * Splits a name without commas by the given name in it that is well known, whatever its column says.
 *
 * @param isInitialFirst whether the address is made of the initial of the first word and of the last word
 * @returns undefined if it has none, or nothing else
 */
export function atGivenName(name: string, isInitialFirst: boolean): Split | undefined {
	const words = splitAtBlanks(name);
	const [one, end] = [words[0], words[words.length - 1]];
	if (isVietnameseLastName(one) || PATRONYMIC.test(end) || words.every(isGivenName))
		return undefined;
	// Di Maria
	const isOfLastName = (n: number) => n > 0 && SURNAME_PARTICLES.has(inLowerCase(words[n - 1]));
	const start = words.findIndex((word, n) => isGivenName(word) && !isOfLastName(n));
	if (start === 0) return inOrder(name);
	const areAllGiven = start > 0 && words.slice(start).every(isGivenName);
	const isLastAtEnd = SLAVIC_LAST_NAME.test(end) && !SLAVIC_LAST_NAME.test(one);
	// Aileen Maria Schulz, aschulz@…
	if (start > 0 && !areAllGiven && (isInitialFirst || isLastAtEnd)) return inOrder(name);
	// Not the middle name of Aileen Jane Maria Schulz.
	return start === 1 || areAllGiven
		? { first: joined(words.slice(start)), last: joined(words.slice(0, start)) }
		: undefined;
}

/**
 * Splits a name without commas whose column says that the last name comes first.
 *
 * @returns undefined if the name says otherwise, or does not tell where the last name ends
 */
export function lastNameFirst(name: string): Split | undefined {
	const words = splitAtBlanks(name);
	const [one, two = '', three, ...others] = words;
	const isLast = (test: (word: string) => boolean) => test(two) && !test(one);
	const isTurned =
		isLast((word) => SLAVIC_LAST_NAME.test(word)) ||
		isLast((word) => VIETNAMESE_LAST.has(inLowerCase(word)));
	const isVietnameseName = isVietnameseLastName(one);
	// De Luca Ana
	const end = words.findIndex((word) => !SURNAME_PARTICLES.has(inLowerCase(word))) + 1;
	if (end > 1 && !isTurned && !isVietnameseName)
		return { first: joined(words.slice(end)), last: joined(words.slice(0, end)) };
	if (three === undefined)
		return two === '' || isTurned || PATRONYMIC.test(two) ? undefined : { first: two, last: one };
	if (others.length === 0 && PATRONYMIC.test(three)) return { first: two, last: one };
	return isVietnameseName ? { first: joined(words.slice(1)), last: one } : undefined;
}

/**
 * Second given names of Spanish, Portuguese and Italian, which are no last names: from the given names of @faker-js/faker's `es`, `es_MX`,
 * `pt_BR` and `it` without its last names, and some Spanish ones that it lacks.
 */
const SECOND_GIVEN = setOf(
	'agustina alberto alejandra alessandra amélia ángel angélica antonella antônia antonio antônio aparecida armando arturo augusta augusto ayelén beatriz belén camila carla carlo carlos carmen carolina cecilia cecília claudia cláudia constanza cristina daniela eduarda eduardo elena eleonora elisa elisabetta emilia enrique ernesto eugenia eugênia ezequiel facundo federica felipe fernanda fernando florencia francesca gabriela giovanna giovanni giuseppe graciela guadalupe guilherme gustavo helena henrique ignacio ines inés inês isabel isabella javier jose josé josefina juan julia júlia juliana julio júlio laura leonor leticia letícia lourdes lucia lucía lúcia luis luís luisa luísa luiz luiza manuel manuela marcela marcelo margarita maria maría mariana micaela milagros mónica mônica natália noelia noemí octavio pablo paola patricia patrícia paula paulo rafaela raquel raúl regina renata ricardo rita roberta roberto rocío sandra sara sebastián silvia sílvia simona sofia sofía susana tatiana teresa teresinha valentina valeria valéria vanessa verónica verônica vincenzo virginia viviana viviane yolanda',
);
/** Of three words, the second one is a given name behind one of these: Anna Maria Schmidt is called Anna. */
const BEFORE_SECOND_GIVEN = setOf(
	'ana carlos césar eduardo fernando francisco joão jorge josé jose juan julio luis luís luiz luz manuel marco marcos maria maría miguel pedro rafael roberto rosa víctor vitor',
);
export const isSecondGiven = (word: string): boolean =>
	[SECOND_GIVEN, BEFORE_SECOND_GIVEN].some((names) => names.has(inLowerCase(word)));
/** Mary of …, in small letters: a given name, too, behind one of these, if a last name follows. Luis De Jesús has a last name. */
const BEFORE_DEVOTION = setOf('ana josefa juana luz maria maría rocío rosa teresa');
const DEVOTION =
	/^(?:del (?:carmen|pilar|mar|rosario|rocío|socorro)|de (?:los ángeles|las mercedes|las nieves|la luz|la concepción|fátima|lourdes|guadalupe|nazaré))$/;

/** The servant of God, before one of God's names: half of a given name. */
const SERVANT_OF = setOf('عبد abd abdel abdul');
/** The other half of one: of God, of the faith. */
const OF_GOD = setOf('الله الدين');
/** What few but the Turks write, and their second given names, which are seldom last names. */
const TURKISH = /[ığşİĞŞ]/;
const SECOND_TURKISH = setOf(
	'ahmet akif ali alp alper anıl arda aslı asya ata atakan aylin ayse azra barıs begum berat beren beril berk berkay betul beyza bilal bugra burak buse busra cagla cagrı can cem ceren cihan damla defne deniz dilara ece ecem eda efe ege ekin ela elif emel emin emrah emre enes enver eray eren erhan erkan ertugrul esma esra evren eymen ezgi faruk fatih fatma feyza furkan gamze gizem gokce gokhan gul gulsum hakan halil halim hamza hande hasan hatice hilal huseyin ibrahim ilayda ilkay ilker irem ismail kaan kadir kagan kemal kerem kerim koray kubra kutay lale mahir mehmet melek meltem mert merve meryem mete mina mirac muhammed muhammet murat mustafa naz nihal nihat nil nisa nur oguz okan omer onur osman ozge pelin pınar ramazan recep refik remzi rıza sabri salih samet sedef selim selin semih sena serdar serhat seyma sezen sinan su sude sule sumeyye sureyya taha talha tarık tayyip tevfik tuba tugce ufuk umut vedat volkan yagmur yagız yasemin yasin yigit yunus yusuf zehra zeki zeynep ziya',
);
export const isSecondTurkish = (word: string): boolean => SECOND_TURKISH.has(bare(word));

/** Son or daughter of, as Malays and Tamils of Malaysia have it. */
const CHILD_OF = setOf('bin binti bte a/l a/p s/o d/o');

/** How many words at the start are given names: one, and those that are surely some, too, if a last name follows. */
function givenNames(words: string[]): number {
	const low = words.map(inLowerCase);
	if (OF_GOD.has(low[1])) return 2;
	if (words.length > 2 && SERVANT_OF.has(low[0]))
		return !SURNAME_PARTICLES.has(low[1]) ? 2 : words.length > 3 || low[0] === 'abd' ? 3 : 1;
	const isDevotion = (end: number) =>
		words.length > end &&
		BEFORE_DEVOTION.has(low[0]) &&
		DEVOTION.test([...words.slice(1, end - 1), low[end - 1]].join(' '));
	const devotion = [3, 4].find(isDevotion);
	const isTurkish = TURKISH.test(words.join(' ').normalize('NFC')) && isSecondTurkish(words[1]);
	const isSecond =
		words.length > 2 &&
		(isTurkish ||
			(SECOND_GIVEN.has(low[1]) && (words.length > 3 || BEFORE_SECOND_GIVEN.has(low[0]))));
	return devotion ?? (isSecond ? 2 : 1);
}

/** Whether a last name follows a salutation or an academic title, as in "Mgr. Nováková"; `Dr.-Ing.` is made of two. */
const isBeforeLastName = (word: string): boolean =>
	isIn(LAST_NAME_FOLLOWS, word) || word.includes('.');

const COUPLE = /^(?:and|und|et|y|e|en|og|och|i|&|\+)$/i;

/** Between two given names; in other languages it joins last names, too. */
const AND = /^(?:and|und|et|og|och|&|\+)$/i;
const FAMILY = /^(?:the .* family|eheleute .*)$/i;

/** What stands behind a name, and is none: `Ana from Acme`, `Ana Lopez - Acme`. */
const REMARK = /\s(?:[-–—]|from|at|bei|chez)\s/;
export const withoutRemark = (name: string): string => name.slice(0, REMARK.exec(name)?.index);

export interface Split {
	first?: string;
	last?: string;
}

/** Splits a name of which nothing is known. */
function inOrder(whole: string): Split {
	const words = splitAtBlanks(whole).flatMap(apart);
	const name = withoutTitles(words);
	// A couple, such as "Mr and Mrs Lopez": whom of the two to greet, nobody knows.
	const isCouple = name.length < words.length && COUPLE.test(name[0]);
	if (name.length === 0 || isCouple || FAMILY.test(whole)) return {};
	if (name.length > 2 && AND.test(name[1])) return {};
	const east = withPatronymic(name);
	if (east !== undefined) return east;
	if (EAST_ASIAN.test(name.join(' '))) return eastAsian(name.join(' '));
	if (isVietnamese(name)) return { first: joined(name.slice(1)), last: name[0] };
	const titles = words.slice(0, words.length - name.length);
	if (name.length === 1 && titles.some(isBeforeLastName)) return { last: name[0] };
	if (isSurnameOnly(name)) return { last: joined(name) };
	const full = name.slice(name.findIndex((word) => !isInitial(word)));
	// S. Ramesh, J. Smith: which of the two is said differs, so the name goes out whole.
	const isWhole = full.length < name.length && (full.length === 1 || isSurnameOnly(full));
	if (isWhole || isInitial(full[0])) return { first: joined(name) };
	const count = surnameInCapitals(full);
	if (count > 0) return { first: joined(full.slice(count)), last: joined(full.slice(0, count)) };
	// Malay: Nur Aisyah binti Mohd Razali.
	const parent = full.findIndex((word) => CHILD_OF.has(inLowerCase(word)));
	const given = parent > 0 && parent < full.length - 1 ? parent : givenNames(full);
	return { first: joined(full.slice(0, given)), last: joined(full.slice(given)) };
}

/** What a name without commas holds beside a last name that is known: at its end, or at its start. */
function beside(whole: string, lastName: string): Split {
	const words = wordsOfName(whole);
	const last = inLowerCase(splitAtBlanks(lastName).join(' '));
	const count = splitAtBlanks(lastName).length;
	if (inLowerCase(words.slice(-count).join(' ')) === last) {
		return { first: joined(words.slice(0, -count)) };
	}
	if (inLowerCase(words.slice(0, count).join(' ')) === last)
		return { first: joined(words.slice(count)) };
	return { first: joined(words) };
}

/**
 * Splits the whole name of a person into first and last name: without salutations, titles and degrees, `Lopez, Ana` turned, in any of
 * the languages above.
 *
 * @param lastName if it is known: then only the first name is returned
 * @returns no first name if there is none to greet the person with, such as in `Herr Novak` and `van der Berg`; the whole text as first
 * name if it is no name, so that the error of the field shows all of it
 */
export function splitName(whole: string, lastName = ''): Split {
	if (isNoValue('name', trimmed(whole))) return { first: trimmed(whole) };
	const parts = whole
		.replace(/\([^()]*\)/g, ' ')
		.split(',')
		.map(trimmed)
		.filter((part) => part !== '');
	const end = withoutDegrees(parts);
	const generation = parts
		.slice(end)
		.flatMap(splitAtBlanks)
		.filter((word) => isIn(GENERATION, word));
	const [name = '', given] = parts.slice(0, end);
	const known = trimmed(lastName);
	const isGiven =
		given !== undefined && !splitAtBlanks(given).some((word) => isIn(NOT_GIVEN, word));
	if (isGiven) {
		const isTurned = known !== '' && inLowerCase(given) === inLowerCase(known);
		const before = wordsOfName(withoutRemark(isTurned ? name : given));
		const first = joined(withoutInitials(before));
		if (known !== '') return { first: first ?? joined(before) };
		const last = wordsOfName(name);
		// Smith, J.
		return first === undefined && before.length > 0
			? { first: joined([...before, ...last]) }
			: { first, last: joined([...last, ...generation]) };
	}
	if (known !== '') return beside(withoutRemark(name), known);
	// Lopez, Ana and Bob; Smith, M.D.
	const isDoctor = IN_CAPITALS.has(parts[1]?.replaceAll('.', '')) && TWO_INITIALS.test(parts[1]);
	if ((given !== undefined || isDoctor) && !/\s/.test(name)) return { last: name };
	const { first, last } = inOrder(withoutRemark(name));
	return { first, last: last && joined([last, ...generation]) };
}
