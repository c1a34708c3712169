/**
 * What the words around a column mean: whose object a key names, and which words are no name of a person. Folded: small letters, no
 * accents, no blanks. Sources: the keys of the outputs that n8n-nodes-base 2.41 has recorded (`__schema__`) and that its triggers hand
 * on; the webhooks and exports that the tests hold; and the same words in other languages.
 */
/** Written with their accents where that is plainer: what is folded has none, and no composed signs. */
const foldedSet = (text: string) =>
	new Set(text.normalize('NFKD').replace(/\p{M}/gu, '').trim().split(/\s+/));

/** The same as they are written, with one blank between. */
export const setOf = (words: string): Set<string> => new Set(words.split(' '));

/** Whose an object is, or a prefix such as `billing_`. */
export type Role =
	/** It says nothing: the columns are those of the object around it. */
	| 'neutral'
	/** The one whom the assistant may write to. */
	| 'person'
	/** Their addresses, billing and company. */
	| 'billing'
	| 'address'
	| 'company'
	/** Somebody who is logged in: a colleague or a customer. */
	| 'user'
	/** A colleague, a recipient, a second person: never the lead. */
	| 'other'
	/** A deal, an order, an event: with a name, a title and an ID of its own. */
	| 'thing';

export const ROLES: Record<Role, Set<string>> = {
	neutral:
		foldedSet(`body data kakaoaccount properties fields field attributes attribute payload result results output object query json
		values value content record records row rows items item entry entries response responses answers answer questions question
		submission formresponse formfields formdata mergefields merges customfields customfieldvalues usercolumndata fielddata
		columnvalues columns core details info profile rawrequest resource extra extras all params node current new newvalue newvalues
		newvaluesobject newrow newrecord after traits detail eventdata inputs variables extracted parsed document doc registration
		enrollment signup auth submissiondata contactinfo contactinformation contactdetails personaldata personalinfo personaldetails jsonbody
		structured embedded identityprofiles identities name names fullname changes full raw page1 section group1 model entity
		emailaddress emailaddresses emails phones phonenumbers wrapper ticketdata yourdetails geral name1 preferences addressdetails kontaktdaten
		kontaktdetails private public communication individualdetail contactform angaben formular daten coordonnees datos dados dati gegevens uppgifter dane udaje customdata userdata`),
	person:
		foldedSet(`partneridentity vevo poc homeowner homeowners policyholder insured borrower borrowers volunteer volunteers
		investor investors learner learners delegate delegates claimant claimants resident residents requestor bauherr
		schuler schulerin alumno alumna aluno aluna stagiaire paciente pacientes клиент consumer sllead mitglied mitglieder contact contactperson contacts lead leads person persons people customer customers client clients subscriber subscribers invitee
		invitees attendee attendees registrant registrants respondent respondents prospect prospects candidate candidates applicant
		applicants student students patient patients donor donors visitor visitors buyer buyers payer purchaser member members
		requester storedcustomer caller from primarycustomer primarycontact customerdetails receiptcontact cust customerref contactref booker enquirer inquirer
		scheduler visitante visitatore besucher visiteur bezoeker osobakontaktowa kontaktosoba personadecontacto personnedecontact personadicontatto guest participant participants registree guestdetails billingcontact customerinfo customerinformation leadinfo leaddata
		kontakt kontakte kunde kunden interessent interessenten teilnehmer ansprechpartner besteller kaufer bewerber mieter klient
		acheteur demandeur inscrit participante contacto cliente clientes interesado comprador contato contatto partecipante
		klant klanten deelnemer kund kunder deltagare deltaker deltager kontaktperson kupujacy uczestnik zamawiajacy zakaznik ucastnik
		klantgegevens asiakas ugyfel musteri klijent kupac zglaszajacy wnioskodawca antragsteller einsender solicitante
		requerente richiedente aanvrager sokande zadatel
		klienta klientki klientow kontaktu uczestnika zamawiajacego osobykontaktowej kontaktniosoby kontaktnejosoby zakaznika ucastnika
		contactpersoon contactpersonen referente referenti yhteyshenkilon asiakkaan osallistujan kapcsolattarto kundin interessentin
		teilnehmerin ansprechperson клиента контакта контактноголица контактноїособи клієнта 주문자 구매자
		udelezenec udelezenca stranka stranke kundens kundes`),
	billing:
		foldedSet(`billing billingaddress billingdetails billto defaultaddress defaultbillingaddress bill billaddress invoiceaddress billingperson
		billinginfo billinginformation invoicing invoicingaddress rechnungsadresse rechnung rechnungsanschrift facturation facturacion fatturazione factuuradres faturaadresi payeur`),
	address:
		foldedSet(`address addresses addresslist address1 billaddr mailing mailingaddress primaryaddress location locations homeaddress workaddress
		businessaddress geo adresse anschrift direccion endereco indirizzo adres cim`),
	company:
		foldedSet(`corporation company companies organization organizations organisation organisations org account accounts business employer
		employment parent parents firm firma unternehmen empresa entreprise societe azienda bedrijf foretag associatedcompany
		parentcustomer companydetails primarycompany accountcontacts`),
	user: foldedSet('user users login me profileuser currentuser'),
	other:
		foldedSet(`owner owners subowner coowner cohost cohosts cardholder addressfrom shipfrom fromaddress shippingfrom committer pusher parties party permissions permission collaborators collaborator viewers creator created
		author authors assignee assignees assigned agent agents host hosts organizer organiser organizers modified updated manager
		salesperson salesrep rep representative consultant recruiter seller vendor vendors supplier suppliers merchant shop store sender
		staff employee teammate coach responsible reporter approver reviewer operator technician instructor teacher trainer speaker
		speakers moderator uploader editor edit edited changed actor bot inviter invited referrer referred referral admin administrator support supervisor
		advisor adviser followers follower memberships sdr bdr kam closer setter sales upload inbox internal intern previous before
		broker realtor assistant lastmodifiedby createdby updatedby modifiedby assignedto ownedby receiver mailbox destination
		accountmanager accountexecutive handler provider doctor planner installer scanned driver
		inhaber inhabers vorgesetzter vorgesetzten vorgesetzte besitzer ersteller erstellt bearbeiter verantwortlicher verantwortlich zustandig betreuer betreut betreuung verkaufer
		vertriebler vertrieb berater absender empfanger sachbearbeiter mitarbeiter kundenbetreuer lieferant
		proprietaire commercial vendeur conseiller gestionnaire propietario responsable vendedor comercial asesor responsavel
		proprietario consultor atendente assegnatario venditore commerciale eigenaar verkoper beheerder adviseur contactbeheerder saljare
		ansvarig handlaggare selger ansvarlig saelger opiekun handlowiec wlasciciel sprzedawca vlastnik obchodnik zodpovedny
		\u043e\u0442\u0432\u0435\u0442\u0441\u0442\u0432\u0435\u043d\u043d\u044b\u0438 \u043c\u0435\u043d\u0435\u0434\u0436\u0435\u0440 myyja ertekesito satici sorumlu temsilci
		\u62c5\u5f53\u8005 \u8d1f\u8d23\u4eba \u9500\u552e \u55b6\u696d\u62c5\u5f53
		reps soldby calledby recordedby enteredby addedby loggedby handledby introducedby recommendedby lookedafterby salesman
		saleswoman salespeople salesexecutive bdm telecaller telemarketer canvasser coworker
		aussendienst aussendienstler innendienst kundenberater kundenberaterin verkaufsberater vertriebsmitarbeiter vertreter
		handelsvertreter verkauferin beraterin betreuerin bearbeiterin betreuende zustandiger verantwortliche vermittler erfasst
		angerufen telefoniert eingetragen tippgeber
		suivi saisi collaborateur commerciaux technicocommercial chargedaffaires chargedeclientele conseillere vendeuse teleprospecteur
		prospecteur apporteur assigne attribue affecte
		ejecutivo asesora vendedora agente gestor gestora atendio atendido asignada registradopor capturo promotor promotora
		tecnico recomendo refirio comerciales
		consultora atendeu captador corretor assessor assessora angariador
		agenti venditrice commerciali funzionario consulente capoarea segnalatore procacciatore assegnato gestito incaricato
		vertegenwoordiger relatiebeheerder klantmanager verkoopster behandelaar behandeld aangemaakt toegewezen ingevoerd
		verantwoordelijke verantwoordelijk gebeld medewerker collega buitendienst binnendienst
		saljaren innesaljare utesaljare kundansvarig kontaktansvarig tilldelad skapad ringde radgivare agare medarbetare kollega
		saelgeren selgeren kundeansvarlig kundekonsulent konsulent radgiver tildelt oprettet opprettet ringte
		sagsbehandler saksbehandler medarbejder medarbeider eier ejer
		kto opiekuna handlowca sprzedawcy przedstawiciel przedstawiciela doradca doradcy konsultant konsultanta prowadzacy obsluguje
		pozyskal pozyskala dzwonil dzwonila dodal dodala wprowadzil przypisany przydzielone utworzony polecajacy pracownik
		kdo obchodnika obchodna obchodnej poradce poradca resi riesi zodpovida zodpoveda odpovedny odpovedna zodpovedna prirazeny
		prirazeno priradeny prideleny vytvoril zapsal zapisal volal spravce spravca prodejce predajca doporucil odporucil zamestnanec
		tko skrbnik skrbnica skrbnika komercialist komercijalist komercijalista prodajalec prodavac prodavatelj svetovalec svetovalka
		savjetnik savetnik odgovoren odgovorna odgovorni odgovoran zadolzen zaduzen dodeljeno dodeljeni dodijeljeno vnesel vpisal unio
		kreirao napravio ustvaril klical zvao zastopnik zastupnik
		felelos kapcsolatfelelos ugyfelfelelos ugyintezo uzletkoto tanacsado kepviselo rogzitette letrehozta keszitette hozzarendelt
		vanzator vanzatorul consilier reprezentant responsabil asignat atribuit preluat
		myyjan vastuuhenkilo vastuumyyja asiakasvastaava vastuullinen kasittelija lisannyt kirjannut soitti soittanut
		temsilcisi danisman danismani sorumlusu plasiyer atanan ekleyen kaydeden gorusen
		muugimees muuja vastutaja kliendihaldur haldur pardevejs atbildigais konsultants pieskirtais pardavejas vadybininkas atsakingas
		priskirtas sukurta
		πωλητης πωλητη συμβουλος ανατεθηκε ανατεθειμενος δημιουργηθηκε
		ответственного ответственная менеджера продавец продавца куратор куратора сотрудник консультант создал создано добавил
		кто риелтор відповідальний відповідального хто менеджер продавець створено додав отговорник търговец назначен създаден служител
		当社担当 当社担当者 弊社担当 弊社担当者 自社担当 自社担当者 社内担当 担当営業 営業担当者 登録者 作成者 アサイン先 紹介者
		销售员 销售代表 销售顾问 业务员 業務員 業務 跟进人 客户经理 客戶經理 负责销售 归属人 归属销售 所有人 创建人 创建者 录入人
		推荐人 推薦人 負責人 承辦人 顾问 顧問
		영업담당 영업담당자 영업사원 담당영업 당사담당 등록자 작성자 지정자 추천인 상담원 상담사 매니저
		נציג סוכן יועץ אחראי מטפל משויך אישמכירות مندوب المندوب مندوبالمبيعات الموظف البائع المستشار
		nguoiphutrach nhanvienphutrach nhanvienkinhdoanh nhanvien phutrach nguoitao taoboi penanggungjawab petugas
		พนักงานขาย ผู้ดูแล ผู้รับผิดชอบ เซลล์ เซลส์ สร้างโดย
		cc bcc shipaddress 수령자 수취인 replyto to recipient recipients shipping shipto ship delivery shippingaddress shippingperson lieferung lieferadresse
		lieferanschrift envio livraison spedizione emergency spouse friend colleague kollege reference dependent companion
		relationship relationships secondary contactpersons otherparty alternate referee witness parentguardian parentorguardian guardian eltern erziehungsberechtigter erziehungsberechtigte padre madre genitore genitori beneficiary
		partner mother father reseller csm husband wife boss projektleiter aussendienstmitarbeiter gebietsleiter applicantco coapplicant former
		myidentity szallito relative nextofkin affiliate affiliates affiliation affiliations producer producers teammember teamlead accountlead projectlead techlead clientlead hiringteam sendinguser senduser eventmemberships eventhosts users`),
	thing:
		foldedSet(`property deal deals opportunity opportunities order orders invoice invoices ticket tickets event events scheduledevent form forms
		page ad adset campaign campaigns product products lineitems task tasks issue project list lists contactlists group team workspace
		conversation subscription plan webinar meeting appointment calendar booking job vacancy course file image photo photos workflow
		automation automations channel board pipeline stage tag tags category segment note notes comment comments attachment
		attachments request headers webhook link links labels store site website meta metadata settings`),
};

/** The meanings of columns that may hold a first name. */
export const GREETED = new Set(['name', 'wholeName', 'anyName']);
/** The meanings of columns that hold a name. */
export const NAMES = new Set([...GREETED, 'lastName']);

/** Words at the end of a key, after which it is a colleague: added_by, erfasst_von. */
export const BY = foldedSet('by von por par da');

/** Words that count for the whole key only, because in a longer one they mean something else. */
export const WHOLE_ONLY = foldedSet(
	'to cc bcc inbox ship updated commercial secondary reference modified host sales support shop store admin upload users before previous internal provider tecnico',
);

/** Before a name or a place: of the bill, not of the thing. */
export const BILLING_PREFIXES = foldedSet('invoice payment faktura rechnung');

/** Before a name or a place: of what is bought or asked for, although an object with such a key holds anything. */
export const THING_PREFIXES = foldedSet('item items model');

/** Names that are a person's in some programs, and in others those of what is signed, booked or read. */
export const THING_NAMES = foldedSet(
	'documentname recordname entityname resourcename contentname registrationname enrollmentname enrolmentname entryname',
);

/** Lists of what is bought, or of other records: their entries are nobody's own columns. */
export const GOODS = foldedSet('item items records rows entries results responses');

/** By the key of somebody who is a colleague elsewhere: the columns beside them that show that it is the lead. */
export const LEAD_BESIDE: Record<string, RegExp> = {
	// IndiaMART, TradeIndia, Property Finder, Forminit
	sender:
		/^form(id|name)$|^(inquiry|enquiry)(id|type|message|time|date)?$|^query(id|type|message|time)$|^responselink$/,
	// Qualtrics, Nylas, Printful
	recipient: /^(responseid|calendarid|shippingservicename)$/,
};
/** Who says of themselves what they are. */
export const SAYS_KIND = foldedSet('sender author actor user users recipients signers');
/** Columns of a record of the company's own staff. */
export const STAFF_SIGNS =
	foldedSet(`idpracownika nadgodziny sumawynagrodzenia overtime payroll uberstunden rettigheter avdeling setupwizardstate servicefeatures
	employmentstartdate burdenrate ismanagedtech directmanager hireddate salaryidentifier employeetypeid supervisoremployeeid
	ferieresidui tipocontratto datadimissioni hiredate dateofhire terminationdate employmentstatus employmentstatusname dateofjoining
	eintrittsdatum employeeid twofactorenabled resetpasswordenrolled
	employeenumber employeeno empno empid empcode staffid staffno staffnumber payrollnumber payrollno payrollid annualleave
	teammemberid memberfolderid hourlyrate hourlypayrate payrate
	leavebalance leavedays leavedaysleft holidayallowance holidayentitlement holidaysleft sickdays sickleave linemanager
	reportingmanager dateofleaving probationend probationenddate paygrade
	personalnummer personalnr persnr mitarbeiternummer mitarbeiternr urlaubstage resturlaub urlaubsanspruch krankheitstage
	austrittsdatum vorgesetzter vorgesetzte gehaltsgruppe entgeltgruppe lohngruppe
	  congespayes soldeconges soldedeconges soldedesconges joursdeconges congesrestants datedembauche superieurhierarchique
	  numerodesecuritesociale heuressupplementaires datedesortie
	numeroempleado numerodeempleado noempleado nempleado legajo diasdevacaciones vacacionespendientes fechadecontratacion jefedirecto
	jefeinmediato horasextra horasextras
	dataadmissao datadeadmissao diasdeferias saldodeferias gestordireto superiorimediato
	ferieresidue giornidiferie dataassunzione datadiassunzione straordinari orestraordinarie
	personeelsnummer personeelsnr medewerkersnummer verlofsaldo verlofdagen vakantiedagen leidinggevende datumindienst
	salarisschaal contracturen overuren
	anstallningsnummer anstallningsnr anstnr anstallningsdatum semesterdagar semestersaldo narmastechef
	medarbejdernummer ansattnummer ansattnr lonnummer feriedager feriedage restferie naermesteleder ansettelsesdato ansaettelsesdato
	    stillingsprosent
	numerpracownika nrpracownika nrewidencyjny urlopwypoczynkowy pozostalyurlop dniurlopu datazatrudnienia przelozony
	bezposredniprzelozony wymiaretatu
	osobnicislo osobnecislo dovolena dovolenka zbyvadovolene zbyvajicidovolena zostatokdovolenky datumnastupu nadrizeny nadriadeny
	uvazek uvazok prescasy nadcasy
	dopust preostalidopust godisnjiodmor datumzaposlitve datumzaposlenja nadrejeni nadredeni
	torzsszam szabadsagnapok maradekszabadsag belepesdatuma felettes kozvetlenfelettes tulora
	zileconcediu zileconcediuramase concediuramas dataangajarii superiordirect oresuplimentare
	henkilostonumero lomapaivia lomapaivat lomapaiviajaljella esimies tyosuhdealkoi palkkaryhma ylityot sairauspoissaolot
	sicilno personelno izingunu kalanizin yillikizin isegiristarihi amiri fazlamesai
	αριθμοςμητρωου υπολοιποαδειας ημερομηνιαπροσληψης προισταμενος
	табельныйномер остатокотпуска дниотпуска датаприема непосредственныйруководитель табельнийномер залишоквідпустки
	датаприйняття отпуска датананазначаване
	社員番号 従業員番号 有給残日数 有給残 有給残数 入社日 上司 残業時間
	工号 员工编号 員工編號 入职日期 到職日 年假 剩余年假 特休 直属上级 直屬主管 加班
	사번 입사일 잔여연차 연차 직속상관
	מספרעובד ימיחופשה יתרתחופשה מנהלישיר الرقمالوظيفي تاريخالتعيين رصيدالإجازات المديرالمباشر
	manhanvien ngayvaolam ngayphepconlai quanlytructiep sisacuti atasanlangsung รหัสพนักงาน วันลาคงเหลือ วันเริ่มงาน`);

/** Before a word such as `lead` or `contact`: it is one of ours. */
export const OURS = foldedSet(
	'account team project sales support our internal tech delivery unser unsere unserer onze ons nostro nostra notre nuestro nuestra nosso vores var nasz',
);

/** Words of a question that say nothing: What is your email address? */
export const FILLERS =
	foldedSet(`what whats s is are your the please enter in my a an of for required optional
	tell us give q no nr
	ihre ihr ihren deine dein bitte wie lautet ist und der die das des ihres sie
	votre vos quel quelle est le la les de d l et veuillez
	su sus tu cual es el los y por favor
	seu sua tua qual e o os da do insira
	il tuo suo di del della dei du von vom auf av af inserisci
	uw jouw wat je din ditt vad ar hvad er hva twoj twoja jaki jest podaj
	vas vase jaky adresse
	ваш ваша ваше ваши вашият вашата вашето dit anda
	fur welches welche welcher unter arbeiten arbeitest en que trabajas trabaja dans melhor trabalha com ddd
	votreadresse укажите введите вкажіть введіть`);

/** Words beside a name that choose among several of a kind: how much later such a column comes. From 90 on it never counts. */
export const QUALIFIERS = new Map(
	Object.entries({
		0: '1 value primary main default best current principal preferred beste mejor meilleur meilleure migliore principale primaire hlavni hlavny glowny birincil основнои',
		1: 'work office business professional buro geschaftlich dienstlich trabajo travail pro direct daytime lavoro profissional professionnel professionnelle zakelijk official beruflich gesch dienstl corporativo institucional empresarial laboral aziendale sluzbowy firmowy pracovni pracovny firemni firemny poslovni sluzbeni ceges munkahelyi kurumsal рабочии рабочая робочии служебен',
		5: 'mobile cell celular mobil movil mobiel mobilni komorkowy',
		20: 'home private privat personal perso priv prive prywatny domowy soukromy sukromny osobni privatni otthoni particular pessoal personale personnel personnelle domicile thuis личныи личная домашнии',
		30: 'corporate',
		40: 'other',
		90: '2 3 secondary alternate additional second alt old confirm confirmation recovery backup zweite weitere segundo previous former ex birth birthplace competitor tweede andra anden druhy druha dodatkowy secondaire secondaria secundario alternativo alternativa masodlagos ikincil дополнительныи',
	}).flatMap(([later, words]) => words.split(' ').map((word) => [word, Number(later)] as const)),
);

/** Keys that, beside a person's name, are signs of an order, a deal, an event: by the words that they hold. */
export const THING_SIGNS =
	foldedSet(`ordernumber orderno orderkey orderid ordername orderstatus lineitems totalprice subtotalprice subtotal
	total grandtotal incrementid fulfillmentstatus financialstatus paymentstatus invoiceid invoicenumber amountdue amount carttoken cartid
	checkoutid draftorder draftorderid dealid dealname dealstage dealvalue deal stage stageid pipeline pipelineid lostreason wontime
	probability expectedclosedate calendarid icaluid htmllink conferencedata meetingid meetingurl hangoutlink idboard idlist sha commit
	membershiptype docnumber ticketid ticketnumber responderid sipariskaynagi duedate dueon dueby frdueby completed issueid assignee assignees
	mailboxid isprivate`);
/** Columns that say what is booked, bought or asked for: the Name beside them is not its name. */
export const THING_TITLES =
	foldedSet(`webinar webinarname webinartitle course coursename class classname workshop seminar service servicename session
	treatment appointmenttype vacancy message comments kurs kursname leistung nachricht cours formation curso servicio mensaje corso
	servizio messaggio servico mensagem cursus dienst bericht`);
/** Signs of what is sold, or to be done. */
export const GOODS_SIGNS = foldedSet(
	'sku price unitprice quantity qty variant dueon duedate completed',
);
/** Where anybody may have an address. */
export const ANYBODYS_DOMAIN =
	/^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|aol|gmx|web|t-online|freenet|proton|protonmail|zoho|mail|yandex|qq|163|126|orange|wanadoo|free|libero|wp|o2|seznam|uol|bol)\./;
/** What sheets call a customer, a person or a company. */
export const CLIENTS = new Set(['client', 'klient', 'kunde', 'customer', 'zakaznik', 'cliente']);
/** Who pays for another one: the only address may be either's. */
export const PAYERS = foldedSet(
	'buyer payer purchaser acheteur payeur kaufer comprador acquirente koper guardian parent parents',
);
/** A company, and beside a pupil a person. */
export const PARENTS = foldedSet(
	'parent parents guardian guardians parentguardian parentorguardian eltern erziehungsberechtigter erziehungsberechtigte padre madre genitore genitori responsavel',
);
export const PUPILS = foldedSet(
	'student students pupil pupils child children kid kids camper campers player swimmer schuler kind kindes alumno alumna aluno aluna bambino bambina hijo hija figlio figlia filho filha eleve enfant',
);
/** Signs of a company or a group: the Name beside them may be its own. */
export const COMPANY_SIGNS = foldedSet(
	'numberofemployees employees annualrevenue directmemberscount siren siret vatid vatnumber ustid domain industry issupplier',
);
/** Signs of a purchase: then a `user` is the buyer. */
export const PURCHASE =
	/(^|[^a-z])((?<!sort[._ -]?)order(?!index|.?by|ing)|payment|purchas|sale([._ ]|$)|checkout|invoice|subscription|carts?(?![a-z])|courses?(?![a-z])|sign.?up|regist(?!rar|ry)|enrol|marketing|newsletter|form.?(?:id|name|submi)|inquir|enquir|quote|user.created)/i;
/** Keys that are signs of an event or a vacancy: place, title and ID are not the person's, and a bare Name may be its title. */
export const EVENT_SIGNS =
	foldedSet(`eventname eventtitle eventid eventdate eventtype eventtypename webinar webinarid appointmenttype appointmenttypeid
	calendar starttime endtime startdate enddate startdatetime duration room agenda session checkin tickettype tickettypename
	jobid vacancy start end icaluid snippet`);
/** Keys that are signs of a form or a message: place, title and ID are not the person's, and the Name is. */
export const MESSAGE_SIGNS =
	foldedSet(`subject summary messageid threadid conversationid message anliegen betreff nachricht mensaje
	asunto objet submissionid responseid siteid flowid formid`);
/** What an event, a form, a mail or a listing is called, and nobody whose address does not say so. */
export const TITLE_WORDS =
	foldedSet(`tour trip weekend marathon meeting meetup demo session workshop webinar event conference summit festival concert retreat
	new neue nueva nouvelle nuova enquiry inquiry submission anfrage consulta demande richiesta signup consultation consult
	series reminder visitor digest newsletter weekly welcome appointment form formular formulario formulaire request quote remodel
	renewal rollout setup cafe dental footer popup 신청서 白皮书`);
/** Keys with which an event tells what has happened: the ID beside it is the event's. */
export const EVENT_KEYS = foldedSet(
	'event eventtype eventname type action trigger topic metric webhookevent subscriptiontype triggerevent eventid webhookid',
);
/** Columns of contact data: an object that has one is more than a login. */
export const CONTACT_DATA = foldedSet('phone company location designation industry');
/** Keys of an object that only holds addresses of the one around it. */
export const PARTS = foldedSet(
	'auth communication embedded identities identityprofiles emails emailaddresses emailaddress phones',
);
/** Keys of the fields of a record, whose ID stands around them. */
export const RECORDS = foldedSet(
	'properties fields attributes data record values profile person fielddata usercolumndata mergefields columnvalues',
);
/** Keys of what was sent in: the ID in it is not the person's. */
export const SENT_IN = foldedSet('submission response formresponse answer');
/** Signs of a deal: the user beside them is a colleague. */
export const DEAL_SIGNS = foldedSet(
	'dealstage dealpipeline dealname pipeline pipelineid stage stageid',
);
/** What Dutch and German sheets keep apart from the last name, such as "van der". */
export const SURNAME_PREFIX_COLUMNS = foldedSet(
	'tussenvoegsel tussenvoegsels voorvoegsel namenszusatz vorsatzwort surnameprefix lastnameprefix tussenv voorvoegsels insertion',
);
/** Kinds of records that are no person, as `type`, `kind` and `object` name them. */
export const NO_PERSON_KIND =
	/^(company|companies|organi[sz]ation|business|account|group|mailbox|team|vendor|supplier|resource)$|#group$/i;
/** Kinds of persons, as `type` and `role` of a message's sender name them. */
export const PERSON_KIND =
	/^(contact|lead|customer|client|visitor|prospect|subscriber|end[-_ ]?user)$/i;
/** Kinds of colleagues, beside those. */
export const COLLEAGUE_KIND =
	/^(agent|operator|admin|administrator|user|staff|owner|member|teammate|bot|system|employee|host|seller|sender|manager)$/i;

/** Nobody, in a column that may hold a name. In one of first names, somebody may be called None: the rules of values decide. */
export const NO_NAME =
	/^[[(<{]?(n\/?a\.?|none|null|undefined|nan|nil|unknown|anonymous|not (provided|available|set|specified|applicable|known)|no (name|value|data|email|phone)|blank|empty|tbd|tba|false|true|unbekannt|keine?( angaben?)?|inconnu|desconocido|匿名|佚名|无|無|没有|未知|なし|不明|未定|없음|미정|익명|(null|undefined)( (null|undefined))+)[\])>}]?$|^#[a-z/0-9]+[!?]?$/i;

/** Forms of companies in Chinese, Japanese and Korean, which stand without a blank, and in Hebrew. */
export const EAST_ASIAN_COMPANY =
	/公司|集团|集團|工厂|企业|企業|株式会社|有限会社|合同会社|商事|商店|銀行|银行|大学|大學|학교|協会|协会|주식회사|유한회사|[(（](株|有|주|유)[)）]|㈜|בע["״]מ|บริษัท|ห้างหุ้นส่วน|หจก\.|^شركة|^مؤسسة|^شرکت|^công ty(?!\p{L})/iu;

/** Forms of companies, and words that a company, a group or a mailbox has in its name. */
export const COMPANY_FORMS =
	foldedSet(`gmbh ggmbh mbh kgaa ohg gbr ltd limited llc llp plc inc incorporated corp corporation company pty pvt
	pte sro spol spzoo sarl eurl spa srl ltda eireli bv nv vof kft zrt bt doo dooel gesellschaft cooperative foundation stiftung verein
	association holding holdings group gruppe groupe grupo ooo \u043e\u043e\u043e \u03b1\u03b5 aps oyj lda slu sasu snc eood pjsc jsc`);
/** Those that are names of persons, too, unless they are written like this. */
export const SHORT_FORMS =
	/[\s,](AG|KG|SE|UG|EK|LP|SA|AS|ASA|A\/S|SAS|SPA|SRL|SL|BV|NV|AB|OY|AE|e\.\s?[KV]\.|a\.\s?s\.|A\.\s?Ş\.?|S\.\s?A\.?(?:\s?S\.?)?|S\.\s?L\.(?:\s?[UPL]\.)?|s\.\s?r\.\s?[ol]\.|d\.\s?o\.\s?o\.|z\s?o\.\s?o\.|B\.\s?V\.|S\.\s?p\.\s?A\.)\.?$/;
/** Offices of a company, as they call themselves and their mailboxes. */
const OFFICES = `bogholderi regnskab okonomi ekonomi kundtjanst regnskap kundeservice administratie boekhouding verkoop klantenservice
	comptabilite compta accueil contabilita amministrazione segreteria biuro ksiegowosc sekretariat uctarna fakturace contabilidad
	administracion facturacion financeiro muhasebe titkarsag iroda`;
export const COLLECTIVE =
	foldedSet(`team sales support info office service services mailbox helpdesk help desk billing accounts accounting
	marketing vertrieb einkauf verkauf verwaltung buchhaltung department dept shop store studio agency agentur solutions systems
	consulting technologies technology software media digital labs partners ventures capital bank hotel restaurant clinic klinik praxis
	apotheke school university universitat schule institute institut center centre zentrum unternehmen firma admin newsletter noreply
	everyone all staff via front payable receivable customer customers guest test order invoice ticket deal opportunity demo request webinar campaign form event
	project website contact kontakt lead user subscriber kundenservice logistics logistik pumps industries industrie international global
	trading handel bau energy club community members mitarbeiter reception empfang ventas compras soporte contabilidade vendas commercial
	${OFFICES}
	wordpress kontaktformular webform forms bookings server elementor zendesk microsoft
	sample offer spring summer autumn winter expo fair messe
	purchasing procurement reservation reservations frontdesk concierge payroll resources division headquarters finance maintenance
	enquiries inquiries management administration secretariat warehouse
	zentrale geschaftsfuhrung geschaftsleitung abteilung personalabteilung kundendienst reservierung rezeption
	direction ressources secretaria gerencia recepcion recepcao departamento diretoria recursos risorse direzione ufficio reparto acquisti
	inkoop directie receptie afdeling avdelning avdeling inkop indkob innkjop dzial recepcja dyrekcja oddeleni recepce nakup
	departament achizitii receptie ugyfelszolgalat beszerzes recepcio resepsiyon satinalma
	отдел бухгалтерия приемная администрация дирекция відділ бухгалтерія приймальня
	pharmacy bakery garage catering plumbing roofing construction landscaping realty motors enterprises traders hospital
	backerei metzgerei fleischerei konditorei schreinerei tischlerei schlosserei zimmerei druckerei gartnerei brauerei autohaus gasthof
	gasthaus weingut kanzlei fahrschule arztpraxis zahnarztpraxis spedition reiseburo immobilien versicherung kindergarten
	boulangerie patisserie boucherie pharmacie cabinet mairie agence auberge librairie menuiserie ecole
	pizzeria trattoria osteria ristorante albergo farmacia macelleria panificio pasticceria gelateria officina autofficina
	carrozzeria ferramenta comune panaderia pasteleria carniceria ferreteria talleres restaurante hostal clinica peluqueria inmobiliaria
	ayuntamiento colegio padaria oficina imobiliaria bakkerij slagerij autobedrijf bouwbedrijf apotheek kapsalon drukkerij
	piekarnia cukiernia restauracja apteka warsztat sklep hurtownia kancelaria szkola pekarna restaurace lekarna autoservis
	bageri bakeri apotek verksted vaerksted skola`);
/** Before the @ of an address that many read, or nobody. */
export const SHARED_MAILBOX =
	foldedSet(`tracking news newsletter updates alerts alert care kundenservice info office sales support contact kontakt hello hallo hola mail email post admin billing account
	accounts invoices faktura fakturor fakturering fakturace faktury fatture fattura facture factures facturas factura facturation facturacion rechnungen lasku laskut rechnung buchhaltung service team help helpdesk hr jobs career marketing vertrieb einkauf verkauf zentrale
	${OFFICES} salg geral atendimento comercial recepcao recepcion recepcja toimisto myynti asiakaspalvelu kantoor facturatie kancelaria sekretar
	reception empfang contacto ventas contato vendas commercial webmaster presse press shop order orders bestellung newsroom events karriere
	verlag reisen redaktion`);
export const NO_READER =
	/(?:^|[._+-])(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|keine[-_.]?antwort|no[-_.]?responder|nao[-_.]?responda|mailer-daemon|postmaster|bounces?|notifications?)(?:[._+-]|$)|^(?:wordpress|form-submissions?|microsoftexchange[\da-f]{9,})$|^service[-_.]?account/i;
/** Programs whose addresses take mail for a record. */
export const OF_PROGRAM =
	/[@.](pipedrivemail\.|boards\.trello\.com|reply\.github\.com|users\.noreply\.github\.com|bcc\.hubspot\.com|mail\.asana\.com|tasks\.clickup\.com|mx\.monday\.com$|teams\.ms$|resource\.calendar\.google\.com)/i;

/** The hundred commonest Chinese family names, in both scripts. */
export const CHINESE_FAMILY_NAMES =
	'王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫閻段雷黎史龙龍陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常';
/** The commonest Korean ones. */
export const KOREAN_FAMILY_NAMES =
	'김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진';

/** The columns that hold a salutation. */
export const SALUTATION_COLUMNS = foldedSet(
	'anrede salutation prefix honorific civilite tratamiento tratamento aanhef tilltal titre',
);

/** Words of a job title, when its column says only "Title". */
export const JOB_WORDS =
	foldedSet(`head chief director manager officer ceo cfo cio cto coo cmo cro chro vp svp evp president engineer developer
	architect buyer purchaser purchasing sales consultant owner founder cofounder partner assistant associate analyst specialist
	coordinator administrator executive supervisor accountant designer lead leiter leiterin leitung geschaftsfuhrer geschaftsfuhrerin
	einkaufer einkauferin berater inhaber inhaberin vorstand prokurist directeur directrice gerant responsable acheteur gerente jefe jefa
	encargado comprador diretor diretora direttore direttrice responsabile principal professor teacher nurse doctor physician lawyer
	attorney agent secretary technician scientist researcher student intern md kierownik dyrektor prezes reditel inkopschef chef
	indkober koper specjalista wlasciciel ksiegowa inzynier jednatel vedouci manazer manazerka nakupci ucetni majitel vezeto
	ugyvezeto igazgato menedzser beszerzo johtaja omistaja ansvarig inkopare innkjoper eigenaar inkoper
	ingenieur presidente dirigeant fondateur technicien comptable chargee ingeniero administradora duena propietaria
	socio analista coordinadora coordenador coordenadora engenheiro proprietaria titolare amministratore ingegnere impiegato
	impiegata addetto addetta mudur muduru yonetici yoneticisi uzmani sorumlusu muhendisi sahibi inginer contabil sef директор
	руководитель начальник инженер специалист владелец бухгалтер керівник διευθυντης διευθυντρια υπευθυνος υπευθυνη manajer
	direktur kepala pemilik مدير מנהל מנהלת סמנכל`);
/** Where nobody lives. */
export const NO_PLACE =
	/^(online|virtual|remote|zoom|teams|microsoft teams|google meet|webex|skype|phone|telephone|call|in person|tbd|web)\b|https?:|^(room|raum|salle)\b|^sala\s|\b(room|raum) \d/i;
/** Columns that only the tables of 7Targets have: beside one of them, Type, Source and Sequence are those of 7Targets. */
export const OUR_COLUMNS = foldedSet(
	'assistant assistantemail assistantid emailid workemailid additionalinformationline',
);
/** Signs of a lead of an ad: the ID beside them is the lead's. */
export const AD_SIGNS = foldedSet('adid adname adsetid');
